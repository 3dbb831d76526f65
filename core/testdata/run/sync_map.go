package main

import (
	"fmt"
	"sort"
	"sync"
	"unsafe"
)

type smap struct {
	mu     [2]int32
	read   unsafe.Pointer
	dirty  map[any]*entry
	misses int
}
type readOnly struct {
	m       map[any]*entry
	amended bool
}
type entry struct{ p unsafe.Pointer }

func keys(m map[any]*entry) string {
	if m == nil {
		return "nil"
	}
	var out []string
	for k, e := range m {
		s := fmt.Sprint(k)
		if e.p == nil {
			s += "!"
		}
		out = append(out, s)
	}
	sort.Strings(out)
	return fmt.Sprint(out)
}

func show(step string, sm *sync.Map) {
	s := (*smap)(unsafe.Pointer(sm))
	var ro readOnly
	if s.read != nil {
		ro = *(*readOnly)(s.read)
	}
	fmt.Println(step, "read", keys(ro.m), ro.amended, "dirty", keys(s.dirty), "misses", s.misses, s.mu)
}

func try(name string, f func()) {
	defer func() { fmt.Println(name, "->", recover()) }()
	f()
}

type key struct {
	a int
	b string
}

func main() {
	var m sync.Map
	fmt.Println(unsafe.Sizeof(m))
	fmt.Println(m.Load("x"))
	fmt.Println(m.LoadOrStore("a", 1))
	show("los", &m)
	fmt.Println(m.LoadOrStore("a", 2))
	show("los2", &m)
	m.Store("b", 2)
	fmt.Println(m.LoadOrStore("b", 3))
	show("b", &m)
	fmt.Println(m.Swap("c", 3))
	fmt.Println(m.Swap("c", 4))
	show("c", &m)
	fmt.Println(m.LoadAndDelete("c"))
	show("lad", &m)
	fmt.Println(m.LoadAndDelete("c"))
	fmt.Println(m.LoadAndDelete("a"))
	show("lad2", &m)
	fmt.Println(m.CompareAndSwap("a", 1, 2), m.CompareAndSwap("b", 1, 2), m.CompareAndSwap("b", 2, 20))
	show("cas", &m)
	fmt.Println(m.CompareAndDelete("b", 2), m.CompareAndDelete("b", 20), m.CompareAndDelete("b", 20))
	show("cad", &m)
	m.Store("d", 1)
	m.Store(5, 5)
	m.Store(5.5, nil)
	m.Store(key{1, "x"}, []int{1})
	m.Store(nil, "nil key")
	show("many", &m)
	m.Range(func(k, v any) bool { return false })
	show("range", &m)
	fmt.Println(m.Load(nil))
	fmt.Println(m.Load(5.5))
	m.Delete("d")
	m.Delete("none")
	show("del", &m)
	m.Store("e", 1)
	show("e", &m)
	fmt.Println(m.LoadOrStore("d", "again"))
	show("d again", &m)
	fmt.Println(m.CompareAndSwap("zz", nil, 1))
	fmt.Println(m.CompareAndDelete("zz", nil))
	show("miss", &m)
	try("load unhashable", func() { m.Load([]int{1}) })
	try("store unhashable", func() { m.Store(map[int]int{}, 1) })
	try("cas uncomparable", func() { m.CompareAndSwap(key{1, "x"}, []int{1}, 3) })
	try("cad uncomparable", func() { m.CompareAndDelete(key{1, "x"}, []int{1}) })
	try("cad other type", func() { fmt.Println(m.CompareAndDelete(key{1, "x"}, 1)) })
	show("after", &m)
	var e sync.Map
	try("load unhashable empty", func() { fmt.Println(e.Load([]int{1})) })
	try("store unhashable empty", func() { e.Store(func() {}, 1) })
	try("delete unhashable empty", func() { e.Delete(func() {}) })
	show("empty", &e)
	e.Clear()
	show("clear empty", &e)
	m.Clear()
	show("clear", &m)
	m.Store("x", 1)
	show("store after clear", &m)
	m.Clear()
	show("clear", &m)
	n := 0
	m.Range(func(k, v any) bool { n++; return true })
	fmt.Println(n)
	for i := 0; i < 20; i++ {
		m.Store(i, i)
	}
	for i := 0; i < 20; i++ {
		m.Load(i)
	}
	show("promoted", &m)
	m.Range(func(k, v any) bool { m.Delete(k); return true })
	m.Store(100, 0)
	m.Range(func(k, v any) bool { n += v.(int); m.Delete(k); return true })
	fmt.Println(n)
	show("end", &m)
	var wg sync.WaitGroup
	var c sync.Map
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 30; j++ {
				for {
					old, loaded := c.LoadOrStore(j%7, 1)
					if !loaded {
						break
					}
					if c.CompareAndSwap(j%7, old, old.(int)+1) {
						break
					}
				}
				c.Store(fmt.Sprint(i, j), j)
				if j%3 == 0 {
					c.Delete(fmt.Sprint(i, j))
				}
			}
		}()
	}
	wg.Wait()
	sum, left := 0, 0
	c.Range(func(k, v any) bool {
		if _, ok := k.(int); ok {
			sum += v.(int)
		} else {
			left++
		}
		return true
	})
	fmt.Println(sum, left)
}
