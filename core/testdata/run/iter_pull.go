package main

import (
	"fmt"
	"iter"
	"maps"
	"runtime"
	"slices"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("count ends")
		for i := range n {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		na, sa := iter.Pull(a)
		defer sa()
		nb, sb := iter.Pull(b)
		defer sb()
		for {
			x, ok1 := na()
			y, ok2 := nb()
			if !ok1 || !ok2 || !yield(x, y) {
				return
			}
		}
	}
}

func try(what string, f func()) {
	defer func() { fmt.Println(what, "->", recover()) }()
	f()
}

func main() {
	next, stop := iter.Pull(count(3))
	for {
		v, ok := next()
		fmt.Println(v, ok)
		if !ok {
			break
		}
	}
	fmt.Println(next())
	stop()
	next, stop = iter.Pull(count(5))
	fmt.Println(next())
	fmt.Println(next())
	fmt.Println(runtime.NumGoroutine())
	stop()
	stop()
	fmt.Println(next())
	fmt.Println(runtime.NumGoroutine())
	next, stop = iter.Pull(count(5))
	stop()
	fmt.Println(next())
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	for k, v := range zip(slices.Values(slices.Sorted(maps.Keys(m))), count(10)) {
		fmt.Println(k, v, m[k])
	}
	n2, s2 := iter.Pull2(maps.All(map[string]int{"x": 7}))
	fmt.Println(n2())
	fmt.Println(n2())
	s2()
	bad := func(yield func(int) bool) {
		yield(1)
		panic("bad")
	}
	next, stop = iter.Pull(bad)
	fmt.Println(next())
	try("next", func() { next() })
	fmt.Println(next())
	stop()
	next, stop = iter.Pull(bad)
	fmt.Println(next())
	try("stop", func() { stop() })
	var self func() (int, bool)
	self, stop = iter.Pull(func(yield func(int) bool) {
		yield(1)
		self()
		yield(2)
	})
	fmt.Println(self())
	try("self", func() { self() })
	var kept func(int) bool
	next, stop = iter.Pull(func(yield func(int) bool) {
		kept = yield
		yield(1)
		yield(2)
	})
	fmt.Println(next())
	try("kept", func() { kept(3) })
	fmt.Println(next())
	stop()
	fmt.Println(kept(4))
	done := make(chan bool)
	go func() {
		defer close(done)
		defer fmt.Println("deferred in goroutine")
		n, _ := iter.Pull(func(yield func(int) bool) {
			yield(1)
			runtime.Goexit()
		})
		fmt.Println(n())
		n()
		fmt.Println("not reached")
	}()
	<-done
	n3, s3 := iter.Pull(func(yield func(map[string]int) bool) {
		m := map[string]int{}
		for i := 0; ; i++ {
			m[fmt.Sprint("k", i)] = i
			if !yield(m) {
				return
			}
		}
	})
	n3()
	n3()
	mm, _ := n3()
	fmt.Println(mm)
	s3()
	next, stop = iter.Pull(func(yield func(int) bool) {
		var m map[string]int
		yield(1)
		m["x"] = 1
	})
	defer stop()
	next()
	next()
}
