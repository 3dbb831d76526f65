// When finalizers run, in which order, and what they keep alive.
package main

import (
	"fmt"
	"runtime"
	"time"
)

type box struct {
	name string
	next *box
	pad  [4]int
}

func collect() {
	runtime.GC()
	time.Sleep(20 * time.Millisecond)
}

func show(b *box) { fmt.Print(b.name, " ") }

func tracked(name string, next *box) *box {
	b := &box{name: name, next: next}
	runtime.SetFinalizer(b, show)
	return b
}

func title(text string) { fmt.Print("\n", text, ": ") }

//go:noinline
func several() {
	for _, name := range []string{"a", "b", "c", "d"} {
		tracked(name, nil)
	}
}

//go:noinline
func chain() { tracked("first", tracked("second", tracked("third", nil))) }

//go:noinline
func cycle() {
	x := tracked("x", nil)
	x.next = tracked("y", x)
}

//go:noinline
func self() {
	s := tracked("self", nil)
	s.next = s
}

var saved *box

//go:noinline
func resurrect() {
	b := &box{name: "phoenix"}
	runtime.SetFinalizer(b, func(b *box) { show(b); saved = b })
}

type named interface{ label() string }

func (b *box) label() string { return "label " + b.name }

//go:noinline
func shapes() {
	runtime.SetFinalizer(&box{name: "any"}, func(x any) { fmt.Print(x.(*box).name, " ") })
	collect()
	runtime.SetFinalizer(&box{name: "iface"}, func(x named) { fmt.Print(x.label(), " ") })
	collect()
	runtime.SetFinalizer(&box{name: "results"}, func(x *box) (int, string) { show(x); return 1, "ignored" })
	collect()
	prefix := "captured "
	runtime.SetFinalizer(&box{name: "closure"}, func(x *box) { fmt.Print(prefix, x.name, " ") })
	collect()
	runtime.SetFinalizer(&box{name: "method"}, (*box).finish)
	collect()
}

func (b *box) finish() { fmt.Print("finish ", b.name, " ") }

//go:noinline
func cleared() {
	b := tracked("cleared", nil)
	runtime.SetFinalizer(b, nil)
	runtime.SetFinalizer(b, nil)
}

//go:noinline
func again() {
	b := &box{name: "again"}
	runtime.SetFinalizer(b, func(b *box) {
		show(b)
		runtime.SetFinalizer(b, func(b *box) { fmt.Print("and ", b.name, " ") })
	})
}

func main() {
	title("last set, first run")
	several()
	collect()
	title("along pointers")
	chain()
	for i := 0; i < 3; i++ {
		collect()
		fmt.Print("| ")
	}
	title("cycles never")
	cycle()
	self()
	collect()
	collect()
	title("resurrected")
	resurrect()
	collect()
	fmt.Print(saved.name, " lives ")
	saved = nil
	collect()
	fmt.Print("once only")
	title("kinds of functions")
	shapes()
	title("cleared")
	cleared()
	collect()
	title("set again inside")
	again()
	collect()
	collect()
	fmt.Println()
}
