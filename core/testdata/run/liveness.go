// A local is reachable until its last use, and no longer.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

type box struct {
	name string
	m    map[string]*box
	pad  [4]int
}

func collect() {
	runtime.GC()
	time.Sleep(20 * time.Millisecond)
}

//go:noinline
func tracked(name string) *box {
	b := &box{name: name}
	runtime.SetFinalizer(b, func(b *box) { fmt.Println("  gone:", b.name) })
	return b
}

//go:noinline
func use(b *box) { fmt.Println("  used:", b.name) }

//go:noinline
func parameter(b *box) {
	use(b)
	collect()
	fmt.Println("  parameter ends")
}

//go:noinline
func (b *box) method() {
	fmt.Println("  in method of", b.name)
	collect()
	fmt.Println("  method ends")
}

func section(text string) { fmt.Println(text) }

var global *box

func main() {
	section("a local after its last use")
	b := tracked("local")
	use(b)
	collect()
	fmt.Println("  behind")

	section("a local with a use to come")
	c := tracked("later")
	collect()
	use(c)
	collect()

	section("KeepAlive is a use")
	d := tracked("kept")
	collect()
	runtime.KeepAlive(d)
	fmt.Println("  behind KeepAlive")
	collect()

	section("a parameter, a receiver")
	parameter(tracked("argument"))
	tracked("receiver").method()

	section("overwritten")
	e := tracked("one")
	e = tracked("two")
	collect()
	use(e)
	collect()

	section("a deferred call keeps its argument")
	func() {
		defer use(tracked("deferred"))
		collect()
		fmt.Println("  function ends")
	}()
	collect()

	section("a closure keeps what it captured")
	f := func(g *box) func() { return func() { use(g) } }(tracked("captured"))
	collect()
	f()
	collect()

	section("a map keeps keys and elems")
	m := map[string]*box{"k": tracked("elem")}
	byBox := map[*box]int{tracked("key"): 1}
	collect()
	delete(m, "k")
	collect()
	clear(byBox)
	collect()
	fmt.Println("  maps", len(m), len(byBox))

	section("a slice keeps its whole array")
	s := []*box{tracked("zero"), tracked("first")}
	s = s[1:]
	collect()
	s = append([]*box(nil), s...)
	collect()
	use(s[0])
	s = nil
	collect()

	section("a range keeps the map")
	for _, x := range (map[int]*box{1: tracked("ranged")}) {
		collect()
		use(x)
	}
	collect()

	section("a variable of the package")
	global = tracked("global")
	collect()
	global = nil
	collect()

	section("a goroutine that waits")
	var mu sync.Mutex
	mu.Lock()
	go func(g *box) {
		mu.Lock()
		use(g)
		mu.Unlock()
	}(tracked("waits"))
	time.Sleep(10 * time.Millisecond)
	collect()
	mu.Unlock()
	time.Sleep(10 * time.Millisecond)
	collect()

	section("an interface")
	var i any = tracked("interface")
	collect()
	use(i.(*box))
	collect()

	section("a pointer into it")
	p := &tracked("interior").pad[2]
	collect()
	*p = 3
	fmt.Println("  read", *p)
	collect()

	section("loops")
	for k := 0; k < 2; k++ {
		l := tracked(fmt.Sprint("loop", k))
		use(l)
		collect()
	}
	fmt.Println("end")
}
