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
	fmt.Println("f0 31")
}

func f1() { fmt.Println("result", g1()) }

func g1() (r int) {
	defer func() { r *= 2 }()
	fmt.Println("f1 78")
	fmt.Println("f1 10")
	if five > 3 {
		return
	}
	r = 21
	return
}

func f2() { fmt.Println("result", g2()) }

func g2() (r int) {
	defer func() { r *= 2 }()
	fmt.Println("f2 63")
	r = 21
	return
}

func main() {
	f0()
	fmt.Println("end")
}
