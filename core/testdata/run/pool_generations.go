package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
)

type buf struct{ n int }

var pool = sync.Pool{New: func() any { return &buf{-1} }}

func main() {
	debug.SetGCPercent(-1)
	runtime.GOMAXPROCS(1)
	for i := 1; i <= 5; i++ {
		pool.Put(&buf{i})
	}
	fmt.Println(pool.Get().(*buf).n, pool.Get().(*buf).n)
	runtime.GC()
	fmt.Println(pool.Get().(*buf).n)
	pool.Put(&buf{6})
	pool.Put(&buf{7})
	fmt.Println(pool.Get().(*buf).n, pool.Get().(*buf).n, pool.Get().(*buf).n, pool.Get().(*buf).n, pool.Get().(*buf).n)
	for i := 11; i <= 14; i++ {
		pool.Put(&buf{i})
	}
	runtime.GC()
	for range 3 {
		fmt.Println(pool.Get().(*buf).n)
	}
	runtime.GC()
	fmt.Println(pool.Get().(*buf).n)
	pool.Put(&buf{20})
	runtime.GC()
	runtime.GC()
	fmt.Println(pool.Get().(*buf).n)
	var p2 sync.Pool
	fmt.Println(p2.Get())
	p2.Put("x")
	p2.Put(nil)
	fmt.Println(p2.Get(), p2.Get())
}
