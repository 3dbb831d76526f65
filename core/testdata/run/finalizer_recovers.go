// One goroutine runs all finalizers, one after the other: a slow one delays the rest, a recovered
// panic ends only its own, Goexit ends them all.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

type box struct {
	n   int
	pad [4]int
}

var mu sync.Mutex

//go:noinline
func set(n int, f func(*box)) { runtime.SetFinalizer(&box{n: n}, f) }

func collect() {
	runtime.GC()
	time.Sleep(20 * time.Millisecond)
}

func main() {
	fmt.Println("goroutines", runtime.NumGoroutine())
	mu.Lock()
	set(1, func(b *box) { fmt.Println("behind the slow one", b.n) })
	set(2, func(b *box) { fmt.Println("slow begins"); mu.Lock(); fmt.Println("slow ends"); mu.Unlock() })
	set(3, func(b *box) { fmt.Println("before the slow one", b.n) })
	collect()
	fmt.Println("main goes on", runtime.NumGoroutine())
	collect()
	mu.Unlock()
	time.Sleep(20 * time.Millisecond)

	set(4, func(b *box) { fmt.Println("the next", b.n) })
	set(5, func(b *box) {
		defer func() { fmt.Println("recovered:", recover()) }()
		var m map[int]int
		m[b.n] = 1
	})
	collect()

	set(6, func(b *box) { fmt.Println("never", b.n) })
	set(7, func(b *box) { defer fmt.Println("deferred in a finalizer"); runtime.Goexit() })
	collect()
	set(8, func(b *box) { fmt.Println("never", b.n) })
	collect()
	fmt.Println("end")
}
