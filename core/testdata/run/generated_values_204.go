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
	f0 int8
}
type S1 struct {
	S0
	f0 [2]float64
	f1 S0
}
type S2 struct {
	f0 *S0
	f1 S0
	f2 uint16
}
type S3 struct {
	f0 bool
	f1 int
	f2 map[string][3]int8
	f3 [2]int
}

var g0 S1
var g1 S3

func f0(a S3, b *S3) (r S3) {
	defer func() { note(recover()); show(r); show(a); show(*b) }()
	var v1 map[string][3]int8 = a.f2
	_ = v1
	b.f1 = r.f3[idx(1)]
	var v2 S0 = g0.S0
	_ = v2
	var v3 int = r.f3[idx(1)]
	_ = v3
	(*b).f2 = map[string][3]int8{"k": r.f2[name], "l": v1["k"]}
	g0.f0[1] = g0.f0[idx(0)]
	g1.f2["k"], v1["k"] = v1["k"], g1.f2["k"]
	var v4 bool = r.f0
	_ = v4
	r.f3[0] = a.f3[1]
	var v5 [2]int = g1.f3
	_ = v5
	v3 = v5[0]
	p6 := &(*b)
	_ = p6
	func() {
		defer func() { note(recover()) }()
		var v7 [3]int8 = g1.f2[name]
		_ = v7
		var v8 [3]int8 = p6.f2[name]
		_ = v8
		r.f3[idx(0)] = p6.f3[idx(2)]
	}()
	return (*b)
}
func f1(a S1, b *S1) (r S1) {
	defer func() { note(recover()); show(r); show(a); show(*b) }()
	show(g0.f0[0])
	for i9, e9 := range b.f0 {
		_, _ = i9, e9
		a.S0, r.S0 = r.S0, a.S0
		a.f1.f0 *= 2
	}
	r.f0[idx(1)] = g0.f0[idx(2)]
	var v10 [2]float64 = (*b).f0
	_ = v10
	var v11 S0 = b.S0
	_ = v11
	g0.S0.f0, b.f1.f0 = b.f1.f0, g0.S0.f0
	g0.f0[idx(1)] = v10[0]
	g1.f1, g1.f3[idx(1)] = g1.f3[idx(1)], g1.f1
	return a
}
func f2(a S0, b *S0) (r S0) {
	defer func() { note(recover()); show(r); show(a); show(*b) }()
	g1.f0, g1.f0 = g1.f0, g1.f0
	func() {
		defer func() { note(recover()) }()
		g1.f2["k"] = [3]int8{int8(next())}
		g1.f3 = [2]int{g1.f3[idx(0)]}
		var v12 S0 = g0.f1
		_ = v12
	}()
	r = S0{}
	g0.f0[0] = g0.f0[0]
	g1 = S3{f1: g1.f3[1], f3: [2]int{}}
	for i13, e13 := range g1.f3 {
		_, _ = i13, e13
		i13 = i13
		var v14 int8 = r.f0
		_ = v14
	}
	show(b.f0)
	r.f0 *= 2
	for i15, e15 := range g1.f2[name] {
		_, _ = i15, e15
		g1.f2["k"] = g1.f2["k"]
		g0.S0 = S0{int8(next())}
	}
	a.f0 = g0.f1.f0
	(*b) = g0.f1
	g0.f0[1] = 1.5
	g0.f1 = (*b)
	g1.f3 = g1.f3
	a.f0 = int8(next())
	return S0{}
}
func main() {
	show(f0(S3{next()%2 == 0, len(name), map[string][3]int8{}, g1.f3}, &S3{f1: g1.f1, f2: g1.f2, f3: g1.f3}))
	show(f0(S3{f0: next()%2 == 0, f1: next(), f2: map[string][3]int8{}}, &S3{false, 14, map[string][3]int8{}, [2]int{g1.f3[idx(0)]}}))
	show(f0(S3{f1: idx(8)}, &S3{false, -3, map[string][3]int8{}, g1.f3}))
	show(f1(S1{S0{f0: g0.f1.f0}, g0.f0, g0.f1}, &S1{S0: g0.S0}))
	show(f1(S1{S0: S0{g0.f1.f0}, f0: g0.f0, f1: S0{int8(next())}}, &S1{}))
	show(f1(S1{f0: [2]float64{1.5, g0.f0[0]}, f1: S0{f0: g0.f1.f0}}, &S1{g0.f1, g0.f0, S0{}}))
	show(f2(S0{f0: g0.f1.f0}, &S0{int8(next())}))
	show(f2(S0{f0: int8(next())}, &S0{f0: g0.f1.f0}))
	show(f2(S0{f0: g0.f1.f0}, &S0{}))
	show(g0)
	show(g1)
}
