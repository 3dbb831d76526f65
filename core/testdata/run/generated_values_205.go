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
	f0 map[bool]string
	f1 int8
	f2 bool
	f3 string
}
type S1 struct {
	f0 S0
	f1 [2]map[int]bool
}
type S2 struct {
	S0
	f0 string
}
type S3 struct {
	S2
	f0 [2]bool
	f1 S2
	f2 int8
}

var g0 S1
var g1 S2

func f0(a S3, b *S2) (r S3) {
	defer func() { note(recover()); show(r); show(a); show(*b) }()
	(*b).S0.f1 = b.S0.f1
	func() {
		defer func() { note(recover()) }()
		var v1 int8 = a.f2
		_ = v1
		(*b).S0.f3 = g1.f0
		p2 := &g1.S0
		_ = p2
	}()
	a.f0[1] = next()%2 == 0
	var v3 string = r.f1.f0
	_ = v3
	a.S2.f0, g0.f0.f0[true] = g0.f0.f0[true], a.S2.f0
	func() {
		defer func() { note(recover()) }()
		b.S0.f0[true] += fmt.Sprint(next())
		a.f0[0] = true
		p4 := &g1
		_ = p4
	}()
	var v5 bool = r.f0[1]
	_ = v5
	a.f0[1] = v5
	var v6 bool = a.f0[0]
	_ = v6
	var v7 S3 = a
	_ = v7
	a.S2.S0.f1 += int8(next())
	g0.f0.f3 += "a"
	r.f0[idx(0)] = v7.f0[1]
	g1 = a.f1
	return v7
}
func f1(a S2, b *S1) (r S2) {
	defer func() { note(recover()); show(r); show(a); show(*b) }()
	(*b).f1 = g0.f1
	func() {
		defer func() { note(recover()) }()
		func() {
			defer func() { note(recover()) }()
			var v8 string = r.S0.f3
			_ = v8
			var v9 bool = a.S0.f2
			_ = v9
			(*b).f1[1] = b.f1[1]
		}()
		r.S0.f0[true] = r.S0.f3
		(*b).f0.f0 = g0.f0.f0
	}()
	show(any(r.f0) == any(a.f0))
	g0.f1[idx(0)] = map[int]bool{}
	a.S0.f0 = map[bool]string{}
	b.f1[idx(0)] = map[int]bool{1: a.S0.f2, 2: a.S0.f2}
	show(a.f0)
	for i10, e10 := range (*b).f1 {
		_, _ = i10, e10
		g0.f1[0] = e10
		for i11, e11 := range b.f1 {
			_, _ = i11, e11
			g0.f0.f1 += int8(next())
			(*b).f1[idx(2)] = e11
		}
	}
	func() {
		defer func() { note(recover()) }()
		g0.f0.f3, b.f0.f3 = b.f0.f3, g0.f0.f3
		p12 := &g1.S0
		_ = p12
		var v13 int8 = b.f0.f1
		_ = v13
	}()
	g0.f1[1] = g0.f1[idx(0)]
	return S2{f0: name}
}
func f2(a S2, b *S3) (r S2) {
	defer func() { note(recover()); show(r); show(a); show(*b) }()
	p14 := &r.S0
	_ = p14
	g0.f0 = S0{f0: map[bool]string{true: fmt.Sprint(next())}, f1: int8(next()), f3: name[:2]}
	b.f1.f0 += a.S0.f3
	show(b.S2.f0)
	g0 = S1{f0: S0{f1: (*b).f2, f2: false}, f1: [2]map[int]bool{}}
	r.S0.f3 = name
	for i15, e15 := range b.f0 {
		_, _ = i15, e15
		b.f1.f0 += name[:2]
		g0.f1[idx(2)] = g0.f1[idx(0)]
	}
	p14.f3 = fmt.Sprint(next())
	show(any(g1.f0) == any(g1.f0))
	return S2{f0: p14.f0[true]}
}
func main() {
	show(f0(S3{S2: g1, f1: g1}, &S2{f0: g1.S0.f3}))
	show(f0(S3{g1, [2]bool{g1.S0.f2}, S2{S0: S0{}, f0: fmt.Sprint(next())}, int8(next())}, &S2{S0{g1.S0.f0, g1.S0.f1, true, g1.f0}, "bc"}))
	show(f0(S3{f0: [2]bool{true, g1.S0.f2}, f1: S2{f0: g0.f0.f3}, f2: g1.S0.f1}, &S2{S0: S0{f0: g1.S0.f0, f2: g1.S0.f2, f3: name}, f0: fmt.Sprint(next())}))
	show(f1(S2{S0: S0{g1.S0.f0, int8(next()), g1.S0.f2, g0.f0.f3}, f0: fmt.Sprint(next())}, &S1{f1: [2]map[int]bool{(map[int]bool)(nil)}}))
	show(f1(S2{}, &S1{g0.f0, g0.f1}))
	show(f1(S2{f0: g1.f0}, &S1{}))
	show(f2(S2{}, &S3{S2: S2{S0: g1.S0, f0: g1.S0.f3}, f0: [2]bool{}}))
	show(f2(S2{f0: name}, &S3{g1, [2]bool{false, g0.f0.f2}, S2{S0: S0{}, f0: fmt.Sprint(next())}, g1.S0.f1}))
	show(f2(S2{S0: g0.f0}, &S3{S2: g1, f0: [2]bool{g0.f0.f2, false}, f2: int8(next())}))
	show(g0)
	show(g1)
}
