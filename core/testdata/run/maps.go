package main

import (
	"fmt"
	"sort"
	"strings"
)

type Big struct{ a [20]int }
type K struct {
	s string
	n int
	f float64
}
type Color int

const (
	Red Color = iota
	Green
)

func (c Color) String() string { return [...]string{"R", "G"}[c] }

func main() {
	bm := map[Big]int{}
	for i := 0; i < 50; i++ {
		bm[Big{[20]int{i, 19: i}}] = i
	}
	sum := 0
	for k, v := range bm {
		sum += k.a[0]*v + k.a[19]
	}
	fmt.Println(len(bm), sum, bm[Big{[20]int{7, 19: 7}}], bm[Big{}])
	be := map[int]Big{}
	for i := 0; i < 50; i++ {
		be[i] = Big{[20]int{1: i}}
	}
	x := be[10]
	x.a[1] = 99
	fmt.Println(be[10].a[1], be[11].a, len(be[1000].a), x.a[1])
	type Huge struct{ b [2000]byte }
	hm := map[string]Huge{}
	fmt.Println(hm["none"].b[1999], len(hm))
	h := Huge{}
	h.b[1999] = 7
	hm["a"] = h
	fmt.Println(hm["a"].b[1999], hm["b"].b[0])
	if v, ok := hm["zz"]; !ok {
		fmt.Println("no", len(v.b), v.b[5])
	}
	km := map[K]string{{"a", 1, 1.5}: "x", {"a", 1, negz()}: "negzero"}
	fmt.Println(km[K{"a", 1, 0}], km[K{"a", 1, 1.5}])
	nan := mknan()
	nm := map[float64]int{}
	nm[nan] = 1
	nm[nan] = 2
	nm[0] = 3
	nm[negz()] = 4
	fmt.Println(len(nm), nm[nan], nm[0])
	for k := range nm {
		if k != k {
			delete(nm, k)
		}
	}
	fmt.Println(len(nm))
	clear(nm)
	fmt.Println(len(nm))
	im := map[any]string{1: "int", int8(1): "int8", "1": "str", 1.0: "float", [2]int{1, 2}: "arr", K{"a", 1, 2}: "struct", nil: "nil", true: "bool", Red: "color", 'a': "rune"}
	fmt.Println(im[1], im[int8(1)], im["1"], im[1.0], im[[2]int{1, 2}], im[K{"a", 1, 2}], im[nil], im[true], im[Red], im[int32(97)], im[Green] == "", len(im))
	pm := map[*int]int{}
	a, b := 1, 1
	pm[&a]++
	pm[&b]++
	pm[&a]++
	fmt.Println(len(pm), pm[&a], pm[&b], pm[nil])
	boolm := map[bool]int{}
	for i := 0; i < 10; i++ {
		boolm[i%3 == 0]++
	}
	fmt.Println(boolm)
	arrm := map[[3]string]int{}
	arrm[[3]string{"a", "b"}]++
	arrm[[...]string{"a", "b", ""}]++
	fmt.Println(arrm)
	ifm := map[fmt.Stringer]int{Red: 1}
	ifm[Green] += 5
	ifm[Red] *= 3
	fmt.Println(ifm)
	nested := map[string]map[int][]string{}
	for _, w := range strings.Fields("the quick brown fox jumps over the lazy dog the end") {
		if nested[w] == nil {
			nested[w] = map[int][]string{}
		}
		nested[w][len(w)] = append(nested[w][len(w)], strings.ToUpper(w))
	}
	fmt.Println(nested)
	arrElem := map[string][3]int{}
	v := arrElem["x"]
	v[1] = 5
	arrElem["x"] = v
	fmt.Println(arrElem["x"][1], arrElem["y"][2], arrElem)
	cm := map[Color][]Color{Red: {Green, Red}}
	fmt.Println(cm, cm[Green] == nil)
	m := map[int]int{}
	for i := 0; i < 1000; i++ {
		m[i*7%1009] = i
	}
	for i := 0; i < 500; i++ {
		delete(m, i)
	}
	ks := make([]int, 0)
	tot := 0
	for k, v := range m {
		ks = append(ks, k)
		tot += v
		if k%2 == 0 {
			delete(m, k)
		}
	}
	sort.Ints(ks)
	fmt.Println(len(ks), ks[0], ks[len(ks)-1], tot, len(m))
	m2 := m
	m2[5] = 5
	fmt.Println(len(m) == len(m2), m[5])
	m[1] += 2
	m[1]--
	m[2] ^= 0xff
	m[3] |= 1 << 3
	m[4], m[6] = m[6], 44
	if _, ok := m[12345]; !ok {
		fmt.Println("missing")
	}
	var nilm map[string][]int
	fmt.Println(nilm["a"], len(nilm), nilm == nil)
	delete(nilm, "a")
	for range nilm {
		fmt.Println("never")
	}
	clear(nilm)
	u8 := map[uint8]string{}
	for i := 0; i < 300; i++ {
		u8[uint8(i)] += fmt.Sprint(i, ",")
	}
	fmt.Println(len(u8), u8[10], u8[200])
	str := map[string]int{}
	for i := 0; i < 2000; i++ {
		str[strings.Repeat("k", i%40)+fmt.Sprint(i%100)]++
	}
	s := 0
	for k, v := range str {
		s += len(k) * v
	}
	fmt.Println(len(str), s)
	fn := map[string]func(...int) int{"sum": func(x ...int) int {
		t := 0
		for _, v := range x {
			t += v
		}
		return t
	}}
	fmt.Println(fn["sum"](1, 2, 3))
	set := map[struct{}]int{}
	set[struct{}{}]++
	set[struct{}{}]++
	fmt.Println(set)
	es := map[int]struct{}{1: {}, 2: {}}
	_, has := es[1]
	fmt.Println(len(es), has)
	mp := &m
	(*mp)[77777] = 1
	fmt.Println(m[77777])
	type T struct {
		m map[string]int
		c map[string]*T
	}
	t := T{m: map[string]int{}, c: map[string]*T{"x": {m: map[string]int{"q": 9}}}}
	t.m["a"]++
	t.c["x"].m["q"]++
	t.c["x"].m["w"] = t.c["x"].m["q"]
	fmt.Println(t.m, t.c["x"].m)
	iter := map[int]bool{1: true, 2: true, 3: true}
	cnt := 0
	for k := range iter {
		for i := 10; i < 15; i++ {
			iter[k*100+i] = false
		}
		cnt++
		if cnt > 1000 {
			break
		}
	}
	fmt.Println(iter[1], iter[110], len(iter) >= 18)
	var g [3]map[int]string
	g[1] = map[int]string{1: "a"}
	g[1][2] = "b"
	fmt.Println(g)
	fmt.Printf("%v %+v %#v\n", map[string]K{"a": {"x", 1, 2}}, map[string]*int{"n": nil}, map[K]int{{"s", 1, 2}: 3})
	for k, v := range map[string]int{"only": 1} {
		k += "!"
		v++
		fmt.Println(k, v)
	}
	var key, val any
	for key, val = range map[string]int{"z": 26} {
	}
	fmt.Println(key, val)
	var tk struct{ k string }
	var arr [2]int
	for tk.k, arr[1] = range map[string]int{"zz": 5} {
	}
	fmt.Println(tk, arr)
}

func negz() float64  { z := 0.0; return -z }
func mknan() float64 { z := 0.0; return z / z }
