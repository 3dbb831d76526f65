package main

import (
	"errors"
	"fmt"
)

type R struct{}

func (R) rec()      { fmt.Println("method rec", recover()) }
func (*R) prec()    { fmt.Println("pmethod rec", recover()) }
func rec2(s string) { fmt.Println(s, recover()) }
func nested()       { func() { fmt.Println("nested", recover()) }() }
func deeper()       { defer rec2("deeper-defer") }

type I interface{ rec() }
type Emb struct{ R }
type EmbI struct{ I }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%s outer caught %v\n", name, r)
		} else {
			fmt.Println(name, "clean")
		}
	}()
	f()
	fmt.Println(name, "returned")
}

func result(mode int) (n int, s string) {
	n, s = 1, "a"
	defer func() {
		if mode > 1 {
			recover()
			s += "!"
		}
		n += 100
	}()
	if mode > 0 {
		panic("x")
	}
	return 5, "ret"
}
func unnamed(mode int) int {
	defer func() { recover() }()
	if mode > 0 {
		panic(1)
	}
	return 7
}
func deferLoop() {
	for i := 0; i < 3; i++ {
		defer func() {
			r := recover()
			fmt.Println("loop", i, r)
			if i > 0 {
				panic(fmt.Sprint("again", i))
			}
		}()
	}
	panic("start")
}
func argEval() {
	x := 1
	p := &x
	defer fmt.Println("deferred args", x, *p, func() int { fmt.Println("evaluated now"); return 9 }())
	defer func(v int) { fmt.Println("v", v, x) }(x)
	x = 2
	fmt.Println("body", x)
}

type T struct{ n int }

func (t T) show()   { fmt.Println("show", t.n) }
func (t *T) pshow() { fmt.Println("pshow", t.n) }

func main() {
	try("rec2", func() { defer rec2("direct"); panic(1) })
	try("nested", func() { defer nested(); panic(2) })
	try("deeper", func() { defer deeper(); panic(3) })
	try("method", func() { defer R{}.rec(); panic(4) })
	try("pmethod", func() { defer (&R{}).prec(); panic(5) })
	try("iface", func() { var i I = R{}; defer i.rec(); panic(6) })
	try("ifacep", func() { var i I = &R{}; defer i.rec(); panic(6) })
	try("emb", func() { var i I = Emb{}; defer i.rec(); panic(7) })
	try("embi", func() { var i I = EmbI{R{}}; defer i.rec(); panic(7) })
	try("embdirect", func() { defer Emb{}.rec(); panic(7) })
	try("methodvalue", func() { f := R{}.rec; defer f(); panic(8) })
	try("methodexpr", func() { f := R.rec; defer f(R{}); panic(9) })
	try("ifacevalue", func() { var i I = R{}; f := i.rec; defer f(); panic(10) })
	try("closurevar", func() { f := func() { fmt.Println("cv", recover()) }; defer f(); panic(11) })
	try("recoverdirect", func() { defer recover(); panic(12) })
	try("deferpanic", func() { defer panic("second"); panic("first") })
	try("deferpanic2", func() { defer func() { fmt.Println(recover()) }(); defer panic("second"); panic("first") })
	try("norecover", func() { defer func() {}(); panic(errors.New("err")) })
	try("twice", func() { defer func() { fmt.Println(recover(), recover()) }(); panic("t") })
	try("repanic", func() { defer func() { r := recover(); panic(fmt.Sprint("re-", r)) }(); panic("p") })
	try("replaced", func() {
		defer func() { fmt.Println("got", recover()) }()
		defer func() { panic("new") }()
		panic("old")
	})
	try("innerrecover", func() {
		defer func() {
			func() {
				defer func() { fmt.Println("inner", recover()) }()
				panic("inner panic")
			}()
			fmt.Println("outer", recover())
		}()
		panic("outer panic")
	})
	try("callinguser", func() {
		defer func() {
			try("insidedefer", func() { panic("in defer") })
			fmt.Println("still", recover())
		}()
		panic("orig")
	})
	fmt.Println(result(0))
	fmt.Println(result(2))
	try("res", func() { fmt.Println(result(1)) })
	fmt.Println(unnamed(0), unnamed(1))
	try("loop", deferLoop)
	argEval()
	t := T{1}
	defer t.show()
	defer t.pshow()
	defer func() { t.n = 50 }()
	t.n = 2
	f := t.show
	t.n = 3
	f()
	try("nilfunc", func() { var f func(); f() })
	try("nildefer", func() { var f func(); defer f(); fmt.Println("before") })
	try("nilmapdefer", func() { var m map[string]int; defer func() { m["a"] = 1 }(); fmt.Println("before") })
	try("divide", func() { z := 0; fmt.Println(1 / z) })
	try("goexitlike", func() { defer fmt.Println("d1"); defer func() { defer fmt.Println("d2"); panic("in") }(); panic("out") })
	try("return in defer loop", func() {
		for i := 0; i < 2; i++ {
			func() {
				defer func() { recover() }()
				panic(i)
			}()
		}
	})
	try("delete", func() {
		m := map[string]int{"a": 1}
		defer func() { fmt.Println(len(m)) }()
		defer delete(m, "a")
		fmt.Println(len(m))
	})
	try("clear", func() { m := map[string]int{"a": 1}; defer func() { fmt.Println(len(m)) }(); defer clear(m) })
	try("print", func() { defer print("to stderr\n"); defer println(1, "x") })
	try("clears", func() { a := []int{1}; defer func() { fmt.Println(a) }(); defer clear(a) })
	var e error
	try("nilerr", func() { fmt.Println(e.Error()) })
	try("typeassert", func() { var x any = T{1}; fmt.Println(x.(I)) })
	try("nilifacecall", func() { var i I; i.rec() })
	try("nilifacevalue", func() { var i I; f := i.rec; fmt.Println("not here"); f() })
	try("nilembptr", func() { type X struct{ *T }; var x X; fmt.Println(x.n) })
	try("nilembptr2", func() { type X struct{ *T }; var x X; x.show() })
	try("nilembptr3", func() { type X struct{ *T }; var x X; defer x.show(); fmt.Println("no") })
	try("nilptr4", func() { var p *T; f := p.show; f() })
	try("nilptr5", func() { var p *T; f := p.pshow; fmt.Println("ok"); f() })
	try("nilptr6", func() { var i any = (*T)(nil); i.(interface{ show() }).show() })
}
