package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type Config struct{ n int }

func main() {
	var p atomic.Pointer[Config]
	fmt.Println(p.Load() == nil)
	a, b := &Config{1}, &Config{2}
	p.Store(a)
	fmt.Println(p.Load().n, p.CompareAndSwap(b, a), p.CompareAndSwap(a, b), p.Load().n, p.Swap(nil).n)
	v := sync.OnceValue(func() int { fmt.Println("computed"); return 42 })
	fmt.Println(v(), v())
	f := sync.OnceFunc(func() { fmt.Println("once") })
	f()
	f()
	w := sync.OnceValues(func() (string, error) { return "s", fmt.Errorf("e") })
	fmt.Println(w())
	fmt.Println(w())
	bad := sync.OnceValue(func() int { panic("no") })
	for i := 0; i < 2; i++ {
		func() {
			defer func() { fmt.Println(recover()) }()
			bad()
		}()
	}
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() { defer wg.Done(); p.Store(a); _ = v() }()
	}
	wg.Wait()
	fmt.Println(p.Load().n)
}
