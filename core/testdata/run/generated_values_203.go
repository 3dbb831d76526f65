// Generated: random structs, arrays, slices, maps and pointers.
package main

import (
	"errors"
	"fmt"
	"strings"
)

type E int

func (e E) Error() string { return fmt.Sprint("E", int(e)) }

var errA = errors.New("A")
var name = "nm"
var no = false
var count int

func next() int { count++; return count % 7 }
func idx(n int) int {
	if count%5 == 4 {
		return n
	}
	return 0
}
func note(r any) {
	if e, ok := r.(error); ok {
		fmt.Println("err", e)
	} else if r != nil {
		fmt.Println("rec", r)
	}
}

var lines int

func show(a any) {
	lines++
	if lines < 300 {
		t := fmt.Sprintf("%v|%+v", a, a)
		if !strings.Contains(t, "0x") {
			fmt.Println(t)
		} else {
			fmt.Printf("%T\n", a)
		}
	}
}

type S0 struct {
	f0 bool
}
type S1 struct {
	S0
	f0 bool
	f1 []map[string]uint16
}
type S2 struct {
	f0 [3]bool
	f1 S1
	f2 [2][]any
}

var g0 S0
var g1 S1

func f0(a S2, b *S1) (r S2) {
	defer func() { note(recover()); show(r); show(a); show(*b) }()
	g1.f1[idx(2)][name] += uint16(next() * 1000)
	show(any(b.f1) == any(g1.f1))
	var v1 *S1 = b
	_ = v1
	b.S0 = S0{false}
	g1.f1[idx(2)]["k"] = uint16(next() * 1000)
	g1.f1[idx(0)]["k"] += uint16(next() * 1000)
	b.f1[idx(1)], v1.f1[idx(2)] = v1.f1[idx(2)], b.f1[idx(1)]
	func() {
		defer func() { note(recover()) }()
		b.f1[idx(0)]["k"] *= 2
		v1.S0 = g1.S0
		var v2 map[string]uint16 = g1.f1[idx(1)]
		_ = v2
	}()
	(*v1).S0.f0 = next()%2 == 0
	return S2{r.f0, S1{}, a.f2}
}
func f1(a S1, b *S2) (r S1) {
	defer func() { note(recover()); show(r); show(a); show(*b) }()
	a.f1[idx(1)][name] = uint16(next() * 1000)
	g1.f1[idx(1)]["k"]++
	func() {
		defer func() { note(recover()) }()
		r.f1[idx(0)][name]++
		var v3 [3]bool = (*b).f0
		_ = v3
		v3[0], b.f1.S0.f0 = b.f1.S0.f0, v3[0]
	}()
	a.S0 = r.S0
	a.f1[idx(2)]["k"] = uint16(next() * 1000)
	g1.f1 = r.f1
	a = b.f1
	(*b).f0[0], b.f0[1] = b.f0[1], (*b).f0[0]
	(*b).f1.f0 = next()%2 == 0
	return b.f1
}
func f2(a S1, b *S0) (r S1) {
	defer func() { note(recover()); show(r); show(a); show(*b) }()
	show(r.f1[0])
	a = g1
	g1.S0 = r.S0
	show(r.S0)
	show(any(r.S0) == any(a.S0))
	var v4 bool = a.f0
	_ = v4
	p5 := &g1
	_ = p5
	g1.f0, g1.f0 = g1.f0, g1.f0
	p5.S0.f0, p5.S0.f0 = p5.S0.f0, p5.S0.f0
	g1.S0.f0 = next()%2 == 0
	var v6 []map[string]uint16 = r.f1
	_ = v6
	v6[idx(2)]["k"] = uint16(next() * 1000)
	r.f1 = append(r.f1, map[string]uint16{"k": v6[0][name]})
	r.S0 = S0{}
	return S1{S0: r.S0, f1: ([]map[string]uint16)(nil)}
}
func main() {
	show(f0(S2{f0: [3]bool{false, g0.f0, true}, f2: [2][]any{([]any)(nil), ([]any)(nil)}}, &S1{S0: S0{}, f0: g1.f0}))
	show(f0(S2{f1: S1{f0: g1.S0.f0, f1: ([]map[string]uint16)(nil)}}, &S1{}))
	show(f0(S2{f0: [3]bool{g1.f0, false, false}, f1: S1{f1: ([]map[string]uint16)(nil)}}, &S1{S0{f0: next()%2 == 0}, g1.f0, g1.f1}))
	show(f1(S1{S0: S0{g0.f0}}, &S2{[3]bool{g1.f0, true, true}, g1, [2][]any{}}))
	show(f1(S1{g1.S0, next()%2 == 0, []map[string]uint16{(map[string]uint16)(nil), (map[string]uint16)(nil)}}, &S2{[3]bool{true}, g1, [2][]any{([]any)(nil), ([]any)(nil)}}))
	show(f1(S1{f0: false, f1: g1.f1}, &S2{[3]bool{g1.S0.f0, next()%2 == 0, true}, g1, [2][]any{([]any)(nil), ([]any)(nil)}}))
	show(f2(S1{f0: next()%2 == 0, f1: []map[string]uint16{(map[string]uint16)(nil), g1.f1[0]}}, &S0{next()%2 == 0}))
	show(f2(S1{f0: g0.f0}, &S0{f0: true}))
	show(f2(S1{g1.S0, true, g1.f1}, &S0{}))
	show(g0)
	show(g1)
}
