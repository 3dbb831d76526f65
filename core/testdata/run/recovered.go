package main

import (
	"fmt"
	"sync"
	"time"
)

var os = []int{1, 2}
var _ sync.Mutex
var _ time.Duration

func complexity() any { return struct{ x int }{1} }

type E struct{}

func (E) Error() string { return "E error" }

type E2 struct{ n int }

func (e *E2) Error() string { return fmt.Sprint("E2 ", e.n) }

type St int

func (s St) String() string { return fmt.Sprintf("St<%d>", int(s)) }

type ES int

func (s ES) String() string { return "string" }
func (s ES) Error() string  { return "error\nline2" }

type PE struct{}

func (PE) Error() string { panic("in Error") }

type NE int

func (NE) Error() string { return "" }

func try(name string, f func()) {
	defer func() {
		r := recover()
		err, isError := r.(error)
		_, isRuntime := r.(interface{ RuntimeError() })
		fmt.Printf("%s: %T %v %v\n", name, r, isError, isRuntime)
		if isError && name != "value_27" {
			fmt.Println(err.Error())
		}
	}()
	f()
	fmt.Println("end")
}

func main() {
	try("arr", func() { var a [3]int; i := 3; a[i] = 1; fmt.Println(a) })
	try("arrnil5", func() { var a *[3]int; i := 5; fmt.Println(a[i]) })
	try("arrp", func() { var a *[3]int; i := 1; fmt.Println(a[i]) })
	try("arrp5", func() { a := new([3]int); i := 5; fmt.Println(a[i]) })
	try("big", func() {
		var a [100]int
		for i := range a {
			a[i] = i
		}
		j := 100
		fmt.Println(a[j])
	})
	try("assert_1", func() { var x any = "s"; _ = x.(int) })
	try("assert_10", func() { var x any = map[string]int{}; _ = x.(map[string]bool) })
	try("assert_11", func() { var x any = func(int) string { return "" }; _ = x.(func()) })
	try("assert_12", func() {
		var x any = struct {
			A int
			b string
		}{}
		_ = x.(struct{ A int })
	})
	try("assert_2", func() { var x any; _ = x.(int) })
	try("assert_3", func() { var x any = 5; _ = x.(error) })
	try("assert_4", func() { var x any; _ = x.(error) })
	try("assert_5", func() { var x error = fmt.Errorf("e"); _ = x.(fmt.Stringer) })
	try("assert_6", func() { type T struct{}; var x any = T{}; _ = x.(*T) })
	try("assert_7", func() { type T struct{}; var x any = &T{}; _ = x.(T) })
	try("assert_8", func() { var x fmt.Stringer; _ = x.(interface{ Foo() }) })
	try("assert_9", func() { var x any = []int{1}; _ = x.([]string) })
	try("deferred_1", func() { defer fmt.Println("d"); panic("x") })
	try("deferred_10", func() { defer func() { defer recover(); panic("2") }(); panic("1") })
	try("deferred_11", func() { var e *E2; defer func() { panic(fmt.Sprint(recover())) }(); fmt.Println(e.n) })
	try("deferred_12", func() {
		defer func() { r := recover(); fmt.Println(r); panic(fmt.Errorf("wrap: %v", r)) }()
		var m map[int]int
		m[1] = 1
	})
	try("deferred_13", func() { defer func() { panic(recover().(error)) }(); a := []int{}; _ = a[len(os)] })
	try("deferred_14", func() { defer fmt.Println(recover()); panic(1) })
	try("deferred_15", func() { defer func() { panic(nil) }(); panic("a") })
	try("deferred_16", func() { defer func() { fmt.Println(recover()); fmt.Println(recover()) }(); panic(nil) })
	try("deferred_2", func() { defer func() { panic("second") }(); panic("first") })
	try("deferred_3", func() { defer func() { recover(); panic("second") }(); panic("first") })
	try("deferred_4", func() { defer func() { r := recover(); panic(r) }(); panic("first") })
	try("deferred_5", func() { defer func() { defer func() { fmt.Println(recover()) }(); panic("second") }(); panic("first") })
	try("deferred_6", func() { defer func() { defer func() { panic("third") }(); panic("second") }(); panic("first") })
	try("deferred_7", func() { defer recover(); panic("x") })
	try("deferred_8", func() { defer panic("deferred") })
	try("deferred_9", func() { defer func() { func() { recover() }() }(); panic("nested") })
	try("div", func() { a, b := 1, 0; fmt.Println(a / b) })
	try("divu8", func() { var a, b uint8 = 1, 0; fmt.Println(a / b) })
	try("equal_1", func() { var x, y any = []int{1}, []int{1}; fmt.Println(x == y) })
	try("equal_2", func() { var x, y any = map[int]int{}, map[int]int{}; fmt.Println(x == y) })
	try("equal_3", func() { type T struct{ a any }; fmt.Println(T{[]int{}} == T{[]int{}}) })
	try("equal_4", func() { type T struct{ f func() }; var x, y any = T{}, T{}; fmt.Println(x == y) })
	try("idx", func() { a := []int{1, 2, 3}; i := 5; fmt.Println(a[i]) })
	try("idxneg", func() { a := []int{1, 2, 3}; i := -1; fmt.Println(a[i]) })
	try("key_1", func() { m := map[any]int{}; m[[]int{1}] = 2 })
	try("key_2", func() { m := map[any]int{}; fmt.Println(m[map[int]int{}]) })
	try("key_3", func() { m := map[any]int{1: 1}; _, ok := m[func() {}]; fmt.Println(ok) })
	try("key_4", func() { type K struct{ a any }; m := map[K]int{}; m[K{[]string{}}] = 2 })
	try("key_5", func() { type T struct{ f []int }; m := map[any]int{}; m[T{}] = 2 })
	try("key_6", func() { m := map[any]int{}; delete(m, []int{}) })
	try("key_7", func() {
		type T struct {
			n int
			f []int
		}
		m := map[[2]any]int{}
		m[[2]any{1, T{}}] = 2
	})
	try("loop", func() {
		for i := 0; i < 3; i++ {
			defer fmt.Println(i)
		}
		println("to stderr", 1, true, 2.5, -7, "x", 1e100)
	})
	try("make1", func() { n := -1; _ = make([]int, n) })
	try("make2", func() { n := 5; _ = make([]int, 10, n) })
	try("make3", func() { n := 1 << 62; _ = make([]int, n) })
	try("make4", func() { n := 1 << 62; _ = make([]int, 0, n) })
	try("make5", func() { n := -1; _ = make([]int, 0, n) })
	try("make6", func() { n := -1; m := make(map[int]int, n); m[1] = 2; fmt.Println(m) })
	try("mod", func() { a, b := 1, 0; fmt.Println(a % b) })
	try("nilfn", func() { var f func(); f() })
	try("nilfn2", func() { var f func(); defer f(); fmt.Println("x") })
	try("nilifc", func() { var e error; fmt.Println(e.Error()) })
	try("nilmap", func() { var m map[string]int; m["a"] = 1 })
	try("nilmap2", func() { var m map[string][]int; m["a"] = append(m["a"], 1) })
	try("nilmap3", func() { var m map[string]int; m["a"]++ })
	try("nilptr", func() { var p *struct{ a, b int }; fmt.Println(p.b) })
	try("nilptr2", func() { var p *int; *p = 1 })
	try("nilptr3", func() { var p *int; *p++ })
	try("nilptrw", func() { var p *struct{ a, b int }; p.b = 3 })
	try("value_1", func() { panic("hello") })
	try("value_10", func() { panic(true) })
	try("value_11", func() { panic('x') })
	try("value_12", func() { panic(nil) })
	try("value_13", func() { panic("a\nb") })
	try("value_14", func() { var e error; panic(e) })
	try("value_15", func() { panic(uint8(3)) })
	try("value_16", func() { panic(fmt.Sprintf("%d", 3)) })
	try("value_17", func() { type T float32; panic(T(2.5)) })
	try("value_18", func() { type T bool; panic(T(true)) })
	try("value_19", func() { panic(complexity()) })
	try("value_2", func() { panic(42) })
	try("value_20", func() { panic(map[string]int{"a": 1}) })
	try("value_21", func() { panic(uintptr(7)) })
	try("value_22", func() { panic(float32(0.1)) })
	try("value_23", func() { panic(E{}) })
	try("value_24", func() { panic(&E2{5}) })
	try("value_25", func() { panic(St(5)) })
	try("value_26", func() { panic(ES(5)) })
	try("value_27", func() { panic(PE{}) })
	try("value_28", func() { panic(NE(0)) })
	try("value_3", func() { panic(1.5) })
	try("value_4", func() { panic(fmt.Errorf("err %d", 1)) })
	try("value_5", func() { panic(fmt.Sprint(1)) })
	try("value_6", func() { type T int; panic(T(3)) })
	try("value_7", func() { type T string; panic(T("x")) })
	try("value_8", func() { panic(&struct{}{}) })
	try("value_9", func() { panic([]int{1}) })
	try("pr", func() { print("a", 1, "b", 2.0, false, int8(-3), uint64(1<<63), float32(1.5)); println() })
	try("sa1", func() { s := []int{1}; _ = [2]int(s) })
	try("sa2", func() { s := []int{1}; _ = (*[3]int)(s) })
	try("shift", func() { a, b := 1, -1; fmt.Println(a << b) })
	try("bounds_1", func() { a := []int{1, 2, 3}; i := 5; fmt.Println(a[i:]) })
	try("bounds_10", func() { s := "abc"; i := 5; fmt.Println(s[:i]) })
	try("bounds_11", func() { s := "abc"; i, j := 2, 1; fmt.Println(s[i:j]) })
	try("bounds_12", func() { a := [3]int{1, 2, 3}; i := 5; fmt.Println(a[:i]) })
	try("bounds_13", func() { a := [3]int{1, 2, 3}; i := 5; fmt.Println(a[i:]) })
	try("bounds_14", func() { var a *[3]int; fmt.Println(a[:]) })
	try("bounds_15", func() { a := [3]int{1, 2, 3}; i := 5; fmt.Println(a[0:1:i]) })
	try("bounds_16", func() { a := []int{1, 2, 3}; var i uint8 = 200; fmt.Println(a[i]) })
	try("bounds_17", func() { a := []int{1, 2, 3}; var i uint64 = 1 << 63; fmt.Println(a[i]) })
	try("bounds_18", func() { a := []int{1, 2, 3}; var i uint64 = 1 << 63; fmt.Println(a[:i]) })
	try("bounds_19", func() { a := make([]int, 2, 4); i := 3; fmt.Println(a[i:]) })
	try("bounds_2", func() { a := []int{1, 2, 3}; i := 5; fmt.Println(a[:i]) })
	try("bounds_20", func() { a := make([]int, 2, 4); i := 5; fmt.Println(a[i:]) })
	try("bounds_3", func() { a := []int{1, 2, 3}; i := 2; j := 1; fmt.Println(a[i:j]) })
	try("bounds_4", func() { a := []int{1, 2, 3}; i := -2; fmt.Println(a[i:]) })
	try("bounds_5", func() { a := []int{1, 2, 3}; i := -2; fmt.Println(a[:i]) })
	try("bounds_6", func() { a := []int{1, 2, 3}; i := 9; fmt.Println(a[0:1:i]) })
	try("bounds_7", func() { a := []int{1, 2, 3}; i := 2; fmt.Println(a[0:3:i]) })
	try("bounds_8", func() { a := []int{1, 2, 3}; i := 3; fmt.Println(a[i:2:3]) })
	try("bounds_9", func() { s := "abc"; i := 5; fmt.Println(s[i:]) })
	try("str", func() { s := "abc"; i := 3; fmt.Println(s[i]) })
}
