package main

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
)

type tag string
type num int
type flt float64
type flag bool
type pair struct{ a, b int }
type myErr struct{ s string }

func (e *myErr) Error() string { return "myErr " + e.s }

type str struct{ n int }

func (s str) String() string { return fmt.Sprint("str ", s.n) }

type bad int

func (b bad) Error() string { panic("in Error") }

type badder int

func (b badder) Error() string { panic(errors.New("boxed")) }

type val struct{ n int }

func (v val) Say(x int)       { fmt.Println("val.Say", v.n, x) }
func (v val) Rec()            { fmt.Println("val.Rec", v.n, recover()) }
func (v *val) PRec()          { fmt.Println("val.PRec", v.n, recover()) }
func (v *val) Boom(x int)     { panic(fmt.Sprint("boom ", v.n, " ", x)) }

type outer struct {
	val
	name string
}
type pouter struct {
	*val
}
type recer interface{ Rec() }
type precer interface{ PRec() }

func helper() any          { return recover() }
func direct()              { fmt.Println("direct", recover()) }
func say(s string, x any)  { fmt.Println(s, x) }
func value(x int) int      { fmt.Println("value", x); return x }

var (
	nilMap   map[string]int
	nilPtr   *pair
	nilFunc  func()
	nilIface fmt.Stringer
	nilPval  *val
	zero     int
	five     = 5
	list     = []int{1, 2, 3}
	dyn      any = "text"
	unhash   any = []int{1}
	_        = errors.New
	_ sync.Mutex
	_ = runtime.GOOS
)

func f0() {
	fmt.Println("f0 19")
	if five > 4 {
		defer outer{val: val{11}}.Rec()
	}
	defer func() {
		fmt.Println("rec 78", recover())
		defer say("d4", 4)
		defer func() {
			if five > 0 {
				nilMap["k"] = 1
			}
		}()
	}()
}

func f1() {
	if r := recover(); r != nil {
		if e, ok := r.(runtime.Error); ok {
			fmt.Println("runtime", e)
		} else {
			panic(fmt.Sprint("again ", r))
		}
	}
	f4()
	_ = "abc"[five:]
}

func f2() {
	defer direct()
	fmt.Println("f2 33")
}

func f3() { fmt.Println("result", g3()) }

func g3() (r int) {
	defer func() { r *= 2 }()
	fmt.Println("f3 84")
	r = 21
	return 30
}

func f4() { fmt.Println("result", g4()) }

func g4() (r int) {
	defer func() { r *= 2 }()
	panic("v")
	fmt.Println("f4 40")
	panic(&pair{1,2})
	r = 21
	return
}

func main() {
	f0()
	fmt.Println("end")
}
