// Values of every kind outlive a collection at any moment of a call.
package main

import (
	"fmt"
	"runtime"
)

type T struct {
	n   int
	arr [4]*int
}

func sum(a [4]*int, i int) int {
	b := a
	b[i] = new(int)
	*b[i] = 5
	runtime.GC()
	t := 0
	for j := range b {
		if b[j] != nil {
			t += *b[j]
		}
	}
	return t
}

type iface interface{ m(int) string }

func (t *T) m(i int) string { runtime.GC(); return fmt.Sprint(t.n, i) }

func variadic(xs ...any) (out []any) {
	defer func() { runtime.GC(); out = append(out, recover()) }()
	runtime.GC()
	out = append(out, xs...)
	var m map[string]int
	m["x"] = 1
	return nil
}

func multi() (a *T, b []string, c map[string]*T, err error) {
	a = &T{n: 1}
	runtime.GC()
	b = []string{fmt.Sprint("x", a.n)}
	runtime.GC()
	c = map[string]*T{b[0]: a}
	runtime.GC()
	return a, b, c, fmt.Errorf("e%d", 4)
}

func main() {
	x := 1
	fmt.Println(sum([4]*int{&x}, 2))
	var i iface = &T{n: 7}
	fmt.Println(i.m(3))
	fmt.Println(variadic(1, "two", []int{3}, map[string]int{"k": 1}))
	a, b, c, err := multi()
	runtime.GC()
	fmt.Println(a.n, b, len(c), c["x1"].n, err)
	f := i.m
	i = nil
	runtime.GC()
	fmt.Println(f(9))
	type pair struct {
		s string
		p *T
	}
	pairs := []pair{}
	for k := range 4 {
		pairs = append(pairs, pair{fmt.Sprint(k), &T{n: k}})
		runtime.GC()
	}
	for _, p := range pairs {
		runtime.GC()
		fmt.Print(p.s, p.p.n, " ")
	}
	g := [2][2]pair{}
	for k := range 4 {
		g[k/2][k%2].p = &T{n: k}
		g[k/2][k%2].s = fmt.Sprint("g", k)
		runtime.GC()
	}
	for k := range 4 {
		fmt.Print(g[k%2][k/2].s, g[k%2][k/2].p.n, " ")
	}
	h := func(p pair) (q pair) { runtime.GC(); q = p; runtime.GC(); return q }
	fmt.Println(h(pairs[2]).s, h(pairs[3]).p.n)
	switch v := any(pairs[1]).(type) {
	case pair:
		runtime.GC()
		fmt.Println(v.s, v.p.n)
	}
	ch := 0
loop:
	for k, v := range map[string]*T{"a": {n: 1}, "b": {n: 2}} {
		runtime.GC()
		ch += v.n + len(k)
		continue loop
	}
	fmt.Println(ch, string([]rune("añb")[1:]), fmt.Sprint([]byte("hi")))
	s := fmt.Sprint("con") + fmt.Sprint("cat")
	t := s[2:4]
	s = ""
	runtime.GC()
	fmt.Println(t, s == "", min("b", t), max(fmt.Sprint("z"), t))
}
