package main

import (
	"fmt"
	"sync"
	"errors"
)

type Num interface{ ~int | ~float64 }
type Vec[T Num] []T

func (v Vec[T]) Dot(o Vec[T]) (s T) {
	for i, x := range v {
		s += x * o[i]
	}
	return
}
func (v Vec[T]) Map(f func(T) T) Vec[T] {
	r := make(Vec[T], 0, len(v))
	for _, x := range v {
		r = append(r, f(x))
	}
	return r
}

type SafeMap[K comparable, V any] struct {
	mu sync.Mutex
	m  map[K]V
}

func (s *SafeMap[K, V]) Update(k K, f func(V, bool) V) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.m == nil {
		s.m = make(map[K]V)
	}
	old, ok := s.m[k]
	s.m[k] = f(old, ok)
}
func (s *SafeMap[K, V]) Len() int { return len(s.m) }

type Shape interface{ Area() float64 }
type Sq struct{ s float64 }

func (s Sq) Area() float64 { return s.s * s.s }
func Largest[S Shape](xs []S) (best S) {
	for i, x := range xs {
		if i == 0 || x.Area() > best.Area() {
			best = x
		}
	}
	return
}

type Result[T any] struct {
	Val T
	Err error
}

func Do[T any](f func() T) (r Result[T]) {
	defer func() {
		if e := recover(); e != nil {
			switch v := e.(type) {
			case error:
				r.Err = v
			default:
				r.Err = fmt.Errorf("%v", v)
			}
		}
	}()
	return Result[T]{Val: f()}
}

type Visitor[R any] interface {
	VisitNum(n int) R
	VisitAdd(a, b Expr) R
}
type Expr interface{ String() string }
type NumE int
type AddE struct{ a, b Expr }

func (n NumE) String() string { return fmt.Sprint(int(n)) }
func (a AddE) String() string { return a.a.String() + "+" + a.b.String() }
func Accept[R any](e Expr, v Visitor[R]) R {
	switch e := e.(type) {
	case NumE:
		return v.VisitNum(int(e))
	case AddE:
		return v.VisitAdd(e.a, e.b)
	}
	panic("bad")
}

type eval struct{}

func (eval) VisitNum(n int) int    { return n }
func (v eval) VisitAdd(a, b Expr) int { return Accept[int](a, v) + Accept[int](b, v) }

type Graph[K comparable] struct{ edges map[K][]K }

func (g *Graph[K]) Add(a, b K) {
	if g.edges == nil {
		g.edges = map[K][]K{}
	}
	g.edges[a] = append(g.edges[a], b)
}
func (g *Graph[K]) BFS(start K, visit func(K)) {
	seen := map[K]bool{start: true}
	q := []K{start}
	for len(q) > 0 {
		n := q[0]
		q = q[1:]
		visit(n)
		for _, m := range g.edges[n] {
			if !seen[m] {
				seen[m] = true
				q = append(q, m)
			}
		}
	}
}

type Heap[T any] struct {
	xs   []T
	less func(a, b T) bool
}

func (h *Heap[T]) Push(x T) {
	h.xs = append(h.xs, x)
	i := len(h.xs) - 1
	for i > 0 {
		p := (i - 1) / 2
		if !h.less(h.xs[i], h.xs[p]) {
			break
		}
		h.xs[i], h.xs[p] = h.xs[p], h.xs[i]
		i = p
	}
}
func (h *Heap[T]) Pop() (x T, err error) {
	if len(h.xs) == 0 {
		return x, ErrEmpty
	}
	x = h.xs[0]
	n := len(h.xs) - 1
	h.xs[0] = h.xs[n]
	h.xs = h.xs[:n]
	i := 0
	for {
		c := 2*i + 1
		if c >= n {
			break
		}
		if c+1 < n && h.less(h.xs[c+1], h.xs[c]) {
			c++
		}
		if !h.less(h.xs[c], h.xs[i]) {
			break
		}
		h.xs[i], h.xs[c] = h.xs[c], h.xs[i]
		i = c
	}
	return x, nil
}

var ErrEmpty = errors.New("empty")

func GroupBy[T any, K comparable](xs []T, key func(T) K) map[K][]T {
	out := map[K][]T{}
	for _, x := range xs {
		k := key(x)
		out[k] = append(out[k], x)
	}
	return out
}
func Memo[K comparable, V any](f func(K) V) func(K) V {
	cache := map[K]V{}
	return func(k K) V {
		if v, ok := cache[k]; ok {
			return v
		}
		v := f(k)
		cache[k] = v
		return v
	}
}
func Pipe[T any](fs ...func(T) T) func(T) T {
	return func(x T) T {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

type Cloner[T any] interface{ Clone() T }
type Doc struct{ s []string }

func (d *Doc) Clone() *Doc { return &Doc{append([]string{}, d.s...)} }
func CloneAll[T Cloner[T]](xs []T) []T {
	var out []T
	for _, x := range xs {
		out = append(out, x.Clone())
	}
	return out
}

type ID[T any] string
type User struct{ id ID[User] }

var global = Memo(func(n int) string { return fmt.Sprint("v", n) })
var pairs = []struct {
	k string
	v Vec[int]
}{{"a", Vec[int]{1}}}

func main() {
	v := Vec[float64]{1, 2, 3}
	fmt.Println(v.Dot(v), v.Map(func(x float64) float64 { return -x }))
	var sm SafeMap[string, int]
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sm.Update("k", func(o int, ok bool) int { return o + 1 })
		}()
	}
	wg.Wait()
	fmt.Println(sm.m, sm.Len())
	fmt.Println(Largest([]Sq{{1}, {3}, {2}}), Largest([]Shape{Sq{4}}))
	fmt.Println(Do(func() int { return 1 }), Do(func() string { panic("oops") }))
	r := Do(func() int { var m map[string]int; m["a"] = 1; return 0 })
	fmt.Println(r.Err)
	fmt.Println(Accept[int](AddE{NumE(1), AddE{NumE(2), NumE(3)}}, eval{}))
	var g Graph[string]
	g.Add("a", "b")
	g.Add("a", "c")
	g.Add("c", "d")
	g.BFS("a", func(s string) { fmt.Print(s, " ") })
	fmt.Println()
	h := &Heap[string]{less: func(a, b string) bool { return a < b }}
	for _, s := range []string{"q", "b", "z", "a"} {
		h.Push(s)
	}
	for {
		s, err := h.Pop()
		if err != nil {
			fmt.Println(err, errors.Is(err, ErrEmpty))
			break
		}
		fmt.Print(s, " ")
	}
	fmt.Println(GroupBy([]int{1, 2, 3, 4, 5}, func(i int) bool { return i%2 == 0 }))
	var fib func(int) int
	fib = Memo(func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	})
	fmt.Println(fib(50), global(3))
	fmt.Println(Pipe(func(i int) int { return i + 1 }, func(i int) int { return i * 2 })(5))
	fmt.Println(CloneAll([]*Doc{{s: []string{"x"}}})[0].s)
	u := User{id: "u1"}
	fmt.Printf("%v %T %T\n", u, u.id, pairs[0].v)
	var arr [3]Result[string]
	arr[1].Val = "q"
	fmt.Printf("%v %+v\n", arr, arr[1])
	fmt.Printf("%T %T\n", Do[int], (*SafeMap[string, int]).Len)
	var e any = Result[int]{}
	fmt.Println(e.(Result[string]))
}
