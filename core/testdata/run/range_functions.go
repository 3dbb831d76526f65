package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("count done", n)
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}
func pairs[K comparable, V any](ks []K, vs []V) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for i, k := range ks {
			if !yield(k, vs[i]) {
				return
			}
		}
	}
}
func three(yield func() bool) {
	_ = yield() && yield() && yield()
}
func find(n int) (idx int, ok bool) {
	for i := range count(10) {
		if i == n {
			return i * 10, true
		}
	}
	return -1, false
}
func named(n int) (res string, err error) {
	defer func() { res += "!" }()
	for i := range count(5) {
		res += fmt.Sprint(i)
		if i == n {
			err = fmt.Errorf("at %d", i)
			return
		}
	}
	return "end", nil
}
func nested() string {
outer:
	for i := range count(3) {
		for j := range count(3) {
			switch {
			case j == 1 && i == 0:
				continue outer
			case i == 2:
				break outer
			case j == 2:
				break
			}
			for k := range count(2) {
				if k == 1 {
					continue
				}
				if i == 1 && j == 1 {
					return fmt.Sprint("ret ", i, j, k)
				}
				fmt.Println(i, j, k)
			}
		}
	}
	return "none"
}
func gotos() {
	n := 0
again:
	n++
	for i := range count(3) {
		if i == 1 {
			if n < 3 {
				goto again
			}
			goto done
		}
		goto inner
	inner:
		fmt.Println("n", n, "i", i)
	}
	fmt.Println("unreached")
done:
	fmt.Println("done", n)
}
func defers() {
	defer fmt.Println("first")
	for i := range count(3) {
		defer fmt.Println("deferred", i)
		func() {
			defer fmt.Println("inner", i)
		}()
		for j := range count(2) {
			defer func() { fmt.Println("deep", i, j) }()
			if j == 0 && i == 1 {
				break
			}
		}
	}
	fmt.Println("end of defers")
}
func capture() (fs []func() int) {
	for i := range count(3) {
		fs = append(fs, func() int { i *= 10; return i })
	}
	return
}
func assign() {
	var i int
	var m = map[string]int{}
	for i = range count(3) {
	}
	fmt.Println("i", i)
	for m["a"], m["b"] = range pairs([]int{1, 2}, []int{3, 4}) {
		fmt.Println(m)
	}
	for range count(2) {
		fmt.Println("tick")
	}
	for range three {
		fmt.Println("three")
	}
	for k := range pairs([]string{"x"}, []int{1}) {
		fmt.Println(k)
	}
	for _, v := range pairs([]string{"x"}, []int{1}) {
		fmt.Println(v)
	}
}

type Tree struct {
	l, r *Tree
	v    int
}

func (t *Tree) All() iter.Seq[int] {
	return func(yield func(int) bool) { t.push(yield) }
}
func (t *Tree) push(yield func(int) bool) bool {
	return t == nil || t.l.push(yield) && yield(t.v) && t.r.push(yield)
}
func Filter[T any](s iter.Seq[T], f func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for x := range s {
			if f(x) && !yield(x) {
				return
			}
		}
	}
}
func Take[T any](s iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for x := range s {
			if !yield(x) {
				return
			}
			if i++; i == n {
				return
			}
		}
	}
}
func fib(yield func(int) bool) {
	a, b := 0, 1
	for yield(a) {
		a, b = b, a+b
	}
}
func sum(xs ...int) (total int) {
	for _, x := range slices.All(xs) {
		total += x
	}
	return
}
func multi() (int, string, []int) {
	for x := range fib {
		if x > 20 {
			return x, "s", []int{x}
		}
	}
	panic("x")
}
func lits() int {
	r := 0
	for x := range func(y func(int) bool) { y(4); } {
		r += func() int { for z := range fib { if z > x { return z } }; return 0 }()
	}
	return r
}

func main() {
	fmt.Println(find(3))
	fmt.Println(find(30))
	fmt.Println(named(2))
	fmt.Println(named(9))
	fmt.Println(nested())
	gotos()
	defers()
	for _, f := range capture() {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	assign()
	t := &Tree{&Tree{nil, nil, 1}, &Tree{nil, nil, 3}, 2}
	for v := range t.All() {
		fmt.Println(v)
	}
	for v := range t.All() {
		if v == 2 {
			break
		}
	}
	fmt.Println(slices.Collect(Take(Filter(fib, func(i int) bool { return i%2 == 0 }), 5)))
	fmt.Println(sum(1, 2, 3))
	fmt.Println(multi())
	fmt.Println(lits())
	m := map[string]int{"b": 2, "a": 1, "c": 3}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)))
	for k, v := range maps.All(map[int]int{1: 2}) {
		fmt.Println(k, v)
	}
	fmt.Println(maps.Collect(slices.All([]string{"x", "y"})))
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c, len(c), cap(c), " ")
	}
	for i, v := range slices.Backward([]string{"a", "b"}) {
		fmt.Print(i, v, " ")
	}
	fmt.Println(slices.AppendSeq([]int{9}, slices.Values([]int{1, 2})))
}
