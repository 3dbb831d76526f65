package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"unsafe"
)

type node struct {
	v    int
	next *node
}

type stack struct{ top atomic.Pointer[node] }

func (s *stack) push(v int) {
	n := &node{v: v}
	for {
		n.next = s.top.Load()
		if s.top.CompareAndSwap(n.next, n) {
			return
		}
	}
}

func try(name string, f func()) {
	defer func() { fmt.Println(name, "->", recover()) }()
	f()
}

type config struct {
	name string
	m    map[string]int
}

func main() {
	var s stack
	fmt.Println(s.top.Load() == nil, unsafe.Sizeof(s), unsafe.Sizeof(atomic.Pointer[config]{}))
	var wg sync.WaitGroup
	for g := 0; g < 4; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < 5; i++ {
				s.push(g*10 + i)
			}
		}()
	}
	wg.Wait()
	sum, count := 0, 0
	for n := s.top.Load(); n != nil; n = n.next {
		sum += n.v
		count++
	}
	fmt.Println(sum, count)
	var c atomic.Pointer[config]
	c.Store(&config{"a", map[string]int{"x": 1}})
	old := c.Swap(&config{name: "b"})
	fmt.Println(old.name, old.m, c.Load().name, c.CompareAndSwap(old, nil), c.CompareAndSwap(c.Load(), old), c.Load().m["x"])
	try("nil", func() { var p *atomic.Pointer[config]; p.Load() })
	calls := 0
	v := sync.OnceValue(func() int { calls++; return calls * 7 })
	fmt.Println(v(), v(), calls)
	vs := sync.OnceValues(func() (string, error) { calls++; return "two", fmt.Errorf("e%d", calls) })
	a, err := vs()
	b, err2 := vs()
	fmt.Println(a, b, err, err2, calls)
	bad := sync.OnceValue(func() string { calls++; panic("bad") })
	try("first", func() { bad() })
	try("second", func() { bad() })
	fmt.Println(calls)
	f := sync.OnceFunc(func() { calls++ })
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); f() }()
	}
	wg.Wait()
	fmt.Println(calls)
}
