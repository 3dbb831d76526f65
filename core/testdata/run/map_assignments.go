package main

import "fmt"

var x = 1
var arr []int

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

type T struct {
	a []int
	p *T
	n int
}

func main() {
	m := map[string]int{}
	var nilm map[string]int
	i := 5
	var p *T
	try("a", func() { m["a"] = arr[i] })
	fmt.Println(m)
	try("b", func() { m["b"] = p.n })
	fmt.Println(m)
	try("c", func() { m["c"] = arr[i] + 1 })
	fmt.Println(m)
	try("d", func() { m["d"] = len(p.a) })
	fmt.Println(m)
	try("e", func() { nilm["e"] = arr[i] })
	try("f", func() { nilm["f"] = arr[i] + 1 })
	t := &T{}
	try("g", func() { m["g"] = t.a[i] })
	try("h", func() { m["h"] = t.p.n })
	try("i", func() { m["i"] = int(int8(arr[i])) })
	try("j", func() { m["j"] = *(*int)(nil) })
	try("k", func() { m["k"] = -arr[i] })
	try("l", func() { m["l"] += arr[i] })
	try("m", func() { m["m"], m["m2"] = arr[i], 1 })
	try("n", func() { m["n"], m["n2"] = 1, arr[i] })
	fmt.Println(m)
	mm := map[string]map[string]int{}
	try("o", func() { mm["a"]["b"] = arr[i] })
	ma := map[string]any{}
	try("p", func() { ma["p"] = arr[i] })
	ms := map[string]T{}
	try("q", func() { ms["q"] = T{n: arr[i]} })
	try("r", func() { ms["r"] = *p })
	try("s", func() { ms["s"] = *t.p })
	mp := map[string]*T{}
	try("t", func() { mp["t"] = p.p })
	msl := map[string][]int{}
	try("u", func() { msl["u"] = arr[i:] })
	try("v", func() { msl["v"] = t.p.a[1:] })
	try("w", func() { m["w"] = m["zz"] })
	var un any = []int{}
	me := map[any]int{}
	try("x", func() { m["x"] = me[un] })
	fmt.Println(len(m), m, ma, len(ms), len(mp), len(msl))
	try("y", func() { nilm["y"] = 1 / (x - 1) })
	try("z", func() { m["z"] = 1 / (x - 1) })
	var bs []bool
	mb := map[string]bool{}
	try("A", func() { mb["A"] = !bs[i] })
	try("B", func() { mb["B"] = bs[i] && true })
	try("C", func() { mb["C"] = arr[i] == 1 })
	var a3 [3]int
	try("D", func() { m["D"] = a3[i] })
	s := "abc"
	m8 := map[string]byte{}
	try("E", func() { m8["E"] = s[i] })
	mst := map[string]string{}
	try("F", func() { mst["F"] = s[i:] })
	var e error
	try("G", func() { mst["G"] = e.Error() })
	fmt.Println(len(m), mb, len(m8), len(mst))
}
