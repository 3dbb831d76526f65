package main

import "fmt"

type S struct {
	x int
	p *S
	a [3]int
	m map[string]int
}

func f(s string, v int) int { fmt.Print(s, " "); return v }
func try(name string, g func()) {
	defer func() { fmt.Println("|", name, recover()) }()
	g()
}
func two(a, b int) (int, int) { fmt.Print("two "); return a, b }
func sl(s string) []int       { fmt.Print(s, " "); return []int{1, 2, 3} }
func mp(s string) map[int]int { fmt.Print(s, " "); return map[int]int{1: 1} }
func ps(s string) *S          { fmt.Print(s, " "); return &S{p: &S{}} }
func nilS(s string) *S        { fmt.Print(s, " "); return nil }

var glob = []int{1, 2, 3}

func main() {
	try("idx", func() { a := []int{}; a[0] = f("f", 1) })
	try("idx2", func() { a := []int{}; a[f("i", 5)] = f("f", 1) })
	try("arr", func() { var a [3]int; i := 7; a[i] = f("f", 1) })
	try("nilp", func() { var p *S; p.x = f("f", 1) })
	try("nilpp", func() { p := &S{}; p.p.x = f("f", 1) })
	try("nilpa", func() { var p *S; p.a[1] = f("f", 1) })
	try("nilpa2", func() { var p *[3]int; p[1] = f("f", 1) })
	try("nilmap", func() { var m map[string]int; m["a"] = f("f", 1) })
	try("star", func() { var p *int; *p = f("f", 1) })
	try("starcall", func() { *(nilS("n")) = S{x: f("f", 1)} })
	try("call", func() { sl("s")[f("i", 9)] = f("v", 2) })
	try("callmap", func() { mp("m")[f("k", 9)] = f("v", 2) })
	try("multi", func() { a := []int{1, 2}; x := 0; defer func() { fmt.Print(x, a, " ") }(); x, a[5] = 3, f("f", 4) })
	try("multi2", func() { a := []int{1, 2}; x := 0; defer func() { fmt.Print(x, a, " ") }(); a[5], x = f("f", 4), 3 })
	try("multi3", func() { var p *S; x := 0; defer func() { fmt.Print(x, " ") }(); x, p.x = f("a", 1), f("b", 2) })
	try("multi4", func() {
		var m map[int]int
		x := 0
		defer func() { fmt.Print(x, " ") }()
		x, m[1] = f("a", 1), f("b", 2)
	})
	try("swap", func() { a := []int{1, 2, 3}; i := 0; i, a[i] = 2, 9; fmt.Print(i, a) })
	try("swap2", func() { a := []int{1, 2, 3}; a[0], a[1], a[2] = a[2], a[0], a[1]; fmt.Print(a) })
	try("swap3", func() { x, y := 1, 2; x, y = y, x+y; fmt.Print(x, y) })
	try("swapp", func() { s := S{x: 1, p: &S{x: 2}}; q := &s; q, q.x = q.p, 7; fmt.Print(q.x, s.x) })
	try("list", func() { l := &S{x: 1}; l.p = &S{x: 2}; l, l.p = l.p, l; fmt.Print(l.x, l.p) })
	try("tuple", func() { a := []int{1}; a[0], a[f("i", 0)] = two(5, 6); fmt.Print(a) })
	try("tuple2", func() { a := []int{}; x := 0; defer func() { fmt.Print(x, " ") }(); x, a[0] = two(5, 6) })
	try("tuple3", func() { var p *S; x := 0; defer func() { fmt.Print(x, " ") }(); x, p.x = two(5, 6) })
	try("op", func() { a := []int{}; a[0] += f("f", 1) })
	try("op2", func() { var p *S; p.x += f("f", 1) })
	try("op3", func() { a := []int{1, 2, 3}; i := 0; a[f("i", i)] += f("v", 5); fmt.Print(a) })
	try("op4", func() { x := 1; g := func() int { x = 10; return 5 }; x += g(); fmt.Print(x) })
	try("op5", func() { m := map[string]int{}; m["a"] += f("f", 2); m["a"]++; m["a"] <<= 2; fmt.Print(m) })
	try("op6", func() { m := map[int]int{1: 6}; z := 0; defer func() { fmt.Print(len(m), " ") }(); m[2] /= z })
	try("op7", func() {
		m := map[int]int{1: 6}
		g := func() int { m[5] = 1; return 2 }
		m[1] += g()
		fmt.Print(len(m), m[1])
	})
	try("args", func() { x := 1; g := func() int { x++; return x }; fmt.Print(x, g(), x, g()) })
	try("args2", func() { a := []int{1, 2}; g := func() int { a[0] = 9; return 0 }; fmt.Print(a[0], g(), a[0]) })
	try("bin", func() { x := 1; g := func() int { x = 10; return 1 }; y := x + g(); fmt.Print(y) })
	try("bin2", func() { x := 1; g := func() int { x = 10; return 1 }; y := g() + x; fmt.Print(y) })
	try("bin3", func() { a := []int{1}; g := func() int { a[0] = 10; return 1 }; y := a[0] + g(); fmt.Print(y) })
	try("and", func() { fmt.Print(f("a", 0) == 1 && f("b", 1) == 1, f("c", 1) == 1 || f("d", 1) == 1) })
	try("lit", func() { fmt.Print([]int{f("a", 1), f("b", 2)}, S{x: f("x", 1), a: [3]int{f("y", 2)}}.x) })
	try("litmap", func() { fmt.Print(len(map[int]int{f("k1", 1): f("v1", 1), f("k2", 2): f("v2", 2)})) })
	try("ret", func() { g := func() (int, int) { return f("a", 1), f("b", 2) }; x, y := g(); fmt.Print(x, y) })
	try("slice", func() { a := sl("s")[f("l", 1):f("h", 2)]; fmt.Print(a) })
	try("index", func() { fmt.Print(sl("s")[f("i", 1)] + mp("m")[f("k", 1)]) })
	try("method", func() { ps("p").m2(f("a", 1)).m2(f("b", 2)) })
	try("send", func() { func(a int, b ...int) { fmt.Print(a, b) }(f("a", 1), f("b", 2), f("c", 3)) })
	try("appendself", func() { a := []int{1, 2, 3}; a = append(a[:1], a[2:]...); fmt.Print(a) })
	try("appendorder", func() {
		a := []int{1}
		g := func() int { a = append(a, 7); return 2 }
		a = append(a, g())
		fmt.Print(a)
	})
	try("rangeeval", func() {
		a := []int{1, 2, 3}
		for i, v := range a {
			a = append(a, v)
			if i == 0 {
				a[1] = 50
			}
			fmt.Print(v, " ")
		}
		fmt.Print(len(a))
	})
	try("rangearr", func() {
		a := [3]int{1, 2, 3}
		for i, v := range a {
			a[2] = 9
			_ = i
			fmt.Print(v, " ")
		}
	})
	try("rangearrp", func() {
		a := [3]int{1, 2, 3}
		for _, v := range &a {
			a[2] = 9
			fmt.Print(v, " ")
		}
	})
	try("rangeassign", func() {
		var k, v int
		for k, v = range []int{5, 6} {
		}
		fmt.Print(k, v)
	})
	try("rangeassign2", func() {
		a := [2]int{}
		for a[0], a[1] = range []int{5, 6, 7} {
		}
		fmt.Print(a)
	})
	try("rangemapassign", func() {
		m := map[string]int{}
		for m["i"], m["v"] = range []int{5, 6, 7} {
		}
		fmt.Print(m)
	})
	try("switch", func() {
		switch f("tag", 2) {
		case f("a", 1), f("b", 2), f("c", 3):
			fmt.Print("hit")
		case f("d", 4):
		}
	})
	try("deref", func() { p := &S{x: 1}; q := *p; p.x = 2; fmt.Print(q.x, (*p).x, (&q).x) })
	try("nilcmp", func() { var p *S; fmt.Print(p == nil && p.x == 0) })
	try("strcat", func() { s := "a"; g := func() string { s = "z"; return "b" }; s += g(); fmt.Print(s) })
	try("arrcopy", func() {
		a := [2]S{{x: 1}, {x: 2}}
		b := a
		b[0].x = 9
		c := &a
		c[1].x = 8
		fmt.Print(a[0].x, a[1].x, b[0].x, b[1].x)
	})
	try("arrfn", func() {
		g := func(a [3]int) [3]int { a[0] = 99; return a }
		x := [3]int{1}
		y := g(x)
		fmt.Print(x, y, g(y)[0])
	})
	try("mapstruct", func() {
		m := map[int]S{1: {x: 5, a: [3]int{1, 2, 3}}}
		s := m[1]
		s.x = 6
		fmt.Print(m[1].x, m[1].a[f("i", 2)], m[2].a[1], len(m))
	})
	try("mapnested", func() { m := map[string]map[string]int{}; fmt.Print(m["a"]["b"]); m["a"]["b"] = f("f", 1) })
	try("mapdel", func() {
		m := map[int]int{1: 1, 2: 2, 3: 3}
		for k := range m {
			delete(m, k)
			if k == 99 {
				break
			}
		}
		fmt.Print(len(m))
	})
	try("mapslice", func() { m := map[string][]int{}; m["a"] = append(m["a"], f("f", 1)); m["a"][0]++; fmt.Print(m) })
	try("mapptr", func() { m := map[string]*S{"a": {}}; m["a"].x++; m["a"].a[1] = 4; fmt.Print(*m["a"]); m["b"].x = 1 })
	try("funcs", func() {
		m := map[string]func(int) int{"d": func(x int) int { return x * 2 }}
		fmt.Print(m["d"](4))
		m["zz"](1)
	})
	try("globals", func() { glob[f("i", 1)], glob = 7, nil; fmt.Print(glob) })
	try("closureloop", func() {
		var fs []func()
		for i, s := range []string{"a", "b"} {
			fs = append(fs, func() { fmt.Print(i, s, " "); s += "x"; i++ })
		}
		for _, g := range fs {
			g()
			g()
		}
	})
	try("shadow", func() {
		x := 1
		if x := x + 1; x > 1 {
			x := x * 10
			fmt.Print(x, " ")
		}
		fmt.Print(x)
	})
	try("defervalue", func() {
		for i := range 3 {
			defer func() { fmt.Print(i) }()
		}
	})
	try("gotoclosure", func() {
		i := 0
		var fs []func() int
	again:
		j := i
		fs = append(fs, func() int { j++; return j })
		i++
		if i < 3 {
			goto again
		}
		for _, g := range fs {
			fmt.Print(g(), g(), " ")
		}
	})
}
func (s *S) m2(n int) *S { fmt.Print("m2-", n, " "); return s }
