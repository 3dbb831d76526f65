package main

import "fmt"

type Node[K any, V any] struct {
	key         K
	val         V
	left, right *Node[K, V]
}

type Tree[K any, V any] struct {
	root *Node[K, V]
	less func(a, b K) bool
	n    int
}

func (t *Tree[K, V]) Put(k K, v V) bool {
	p := &t.root
	for *p != nil {
		switch {
		case t.less(k, (*p).key):
			p = &(*p).left
		case t.less((*p).key, k):
			p = &(*p).right
		default:
			(*p).val = v
			return false
		}
	}
	*p = &Node[K, V]{key: k, val: v}
	t.n++
	return true
}

func (t *Tree[K, V]) All() func(yield func(K, V) bool) {
	return func(yield func(K, V) bool) {
		var walk func(n *Node[K, V]) bool
		walk = func(n *Node[K, V]) bool {
			return n == nil || walk(n.left) && yield(n.key, n.val) && walk(n.right)
		}
		walk(t.root)
	}
}

type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~float32 | ~float64
}

func SumValues[M ~map[K]V, K comparable, V Number](m M) (s V) {
	for _, v := range m {
		s += v
	}
	return
}

func Map[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}
func Filter[S ~[]E, E any](s S, keep func(E) bool) S {
	var out S
	for _, e := range s {
		if keep(e) {
			out = append(out, e)
		}
	}
	return out
}
func Reduce[T, A any](xs []T, init A, f func(A, T) A) A {
	for _, x := range xs {
		init = f(init, x)
	}
	return init
}
func GroupBy[T any, K comparable](xs []T, key func(T) K) map[K][]T {
	g := make(map[K][]T)
	for _, x := range xs {
		k := key(x)
		g[k] = append(g[k], x)
	}
	return g
}

type Pair[A, B any] struct {
	First  A
	Second B
}

func MakePair[A, B any](a A, b B) Pair[A, B] { return Pair[A, B]{a, b} }
func (p Pair[A, B]) Swap() Pair[B, A]        { return Pair[B, A]{p.Second, p.First} }

type Stack[T any] []T

func (s *Stack[T]) Push(x T) { *s = append(*s, x) }
func (s *Stack[T]) Pop() (x T, ok bool) {
	if len(*s) == 0 {
		return
	}
	x = (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return x, true
}

type Celsius float64
type IDs []int

type Cache[K comparable, V fmt.Stringer] struct{ m map[K]V }
type Name string

func (n Name) String() string { return "name:" + string(n) }

func main() {
	t := &Tree[string, int]{less: func(a, b string) bool { return a < b }}
	for i, w := range []string{"m", "c", "x", "a", "d", "m"} {
		fmt.Print(t.Put(w, i), " ")
	}
	fmt.Println(t.n)
	for k, v := range t.All() {
		if k == "x" {
			break
		}
		fmt.Print(k, "=", v, " ")
	}
	fmt.Println()
	fmt.Println(SumValues(map[string]Celsius{"a": 1.5, "b": 2}), SumValues(map[int]int8{1: 100, 2: 27}))
	fmt.Println(Map([]int{1, 2}, func(i int) string { return fmt.Sprint(i * i) }), Filter(IDs{1, 2, 3}, func(i int) bool { return i%2 == 1 }))
	fmt.Println(Reduce([]string{"a", "b"}, map[string]int{}, func(m map[string]int, s string) map[string]int { m[s]++; return m }))
	fmt.Println(GroupBy([]int{1, 2, 3, 4, 5}, func(i int) string { return []string{"even", "odd"}[i%2] }))
	p := MakePair("x", 1).Swap()
	fmt.Printf("%v %+v %T\n", p, p, p)
	m := map[Pair[int, string]]bool{{1, "a"}: true, MakePair(2, "b"): false}
	fmt.Println(m, m[Pair[int, string]{1, "a"}])
	var s Stack[Pair[int, string]]
	s.Push(MakePair(1, "z"))
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	c := Cache[int, Name]{m: map[int]Name{1: "bob"}}
	fmt.Println(c, c.m[1].String())
	fmt.Printf("%T %T %T\n", t, s, c)
	fmt.Println(max(1, 2.5), min("b", "a"), max(3, 1, 2))
	clear(m)
	fmt.Println(len(m))
}
