package main

import "fmt"

type Stack[T any] struct {
	items []T
}

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
func (s *Stack[T]) Pop() (T, bool) {
	var zero T
	if len(s.items) == 0 {
		return zero, false
	}
	x := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, true
}
func (s Stack[T]) Len() int { return len(s.items) }

type Node[K comparable, V any] struct {
	key        K
	val        V
	prev, next *Node[K, V]
}

type LRU[K comparable, V any] struct {
	cap        int
	m          map[K]*Node[K, V]
	head, tail *Node[K, V]
}

func NewLRU[K comparable, V any](cap int) *LRU[K, V] {
	l := &LRU[K, V]{cap: cap, m: make(map[K]*Node[K, V])}
	l.head, l.tail = &Node[K, V]{}, &Node[K, V]{}
	l.head.next = l.tail
	l.tail.prev = l.head
	return l
}
func (l *LRU[K, V]) remove(n *Node[K, V]) { n.prev.next = n.next; n.next.prev = n.prev }
func (l *LRU[K, V]) add(n *Node[K, V]) {
	n.next = l.head.next
	n.prev = l.head
	l.head.next.prev = n
	l.head.next = n
}
func (l *LRU[K, V]) Get(k K) (v V, ok bool) {
	n, ok := l.m[k]
	if !ok {
		return
	}
	l.remove(n)
	l.add(n)
	return n.val, true
}
func (l *LRU[K, V]) Put(k K, v V) {
	if n, ok := l.m[k]; ok {
		n.val = v
		l.remove(n)
		l.add(n)
		return
	}
	if len(l.m) == l.cap {
		last := l.tail.prev
		l.remove(last)
		delete(l.m, last.key)
	}
	n := &Node[K, V]{key: k, val: v}
	l.m[k] = n
	l.add(n)
}

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(x T)           { s[x] = struct{}{} }
func (s Set[T]) Has(x T) bool      { _, ok := s[x]; return ok }
func (s Set[T]) Union(o Set[T]) Set[T] {
	r := make(Set[T])
	for k := range s {
		r.Add(k)
	}
	for k := range o {
		r.Add(k)
	}
	return r
}

type Pair[A, B any] struct {
	First  A
	Second B
}

func MakePair[A, B any](a A, b B) Pair[A, B] { return Pair[A, B]{a, b} }
func (p Pair[A, B]) Swap() Pair[B, A]        { return Pair[B, A]{p.Second, p.First} }
func (p Pair[A, B]) String() string          { return fmt.Sprintf("<%v,%v>", p.First, p.Second) }

type List[T any] struct {
	head *elem[T]
	size int
}
type elem[T any] struct {
	v    T
	next *elem[T]
}

func (l *List[T]) Add(v T) { l.head = &elem[T]{v, l.head}; l.size++ }
func (l *List[T]) Each(f func(int, T)) {
	i := 0
	for e := l.head; e != nil; e = e.next {
		f(i, e.v)
		i++
	}
}

type Base[T any] struct{ val T }

func (b *Base[T]) Set(v T) { b.val = v }
func (b Base[T]) Get() T   { return b.val }

type Derived[T any] struct {
	Base[T]
	name string
}
type Concrete struct {
	*Base[int]
	Stack[string]
}

type Getter[T any] interface{ Get() T }

func Fetch[T any](g Getter[T]) T { return g.Get() }

type Tree[T interface{ ~int | ~string }] struct {
	left, right *Tree[T]
	val         T
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	if t == nil {
		return &Tree[T]{val: v}
	}
	if v < t.val {
		t.left = t.left.Insert(v)
	} else {
		t.right = t.right.Insert(v)
	}
	return t
}
func (t *Tree[T]) Walk(f func(T)) {
	if t != nil {
		t.left.Walk(f)
		f(t.val)
		t.right.Walk(f)
	}
}

type Setter[T any] interface {
	*T
	Set(string)
}
type Conf struct{ s string }

func (c *Conf) Set(s string) { c.s = s }
func Build[T any, P Setter[T]](s string) T {
	var t T
	P(&t).Set(s)
	return t
}

type Option[T any] struct {
	v  T
	ok bool
}

func Some[T any](v T) Option[T] { return Option[T]{v, true} }
func None[T any]() Option[T]    { return Option[T]{} }
func (o Option[T]) OrElse(d T) T {
	if o.ok {
		return o.v
	}
	return d
}

type Func[A, B any] func(A) B

func (f Func[A, B]) Apply(a A) B { return f(a) }

type Matrix[T ~int | ~float64] [][]T
type Arr[T any] [3]T
type Cache[K comparable, V any] struct {
	data map[K]V
	load func(K) (V, error)
}

func (c *Cache[K, V]) Get(k K) (V, error) {
	if v, ok := c.data[k]; ok {
		return v, nil
	}
	v, err := c.load(k)
	if err == nil {
		if c.data == nil {
			c.data = map[K]V{}
		}
		c.data[k] = v
	}
	return v, err
}

func main() {
	s := &Stack[int]{}
	s.Push(1)
	s.Push(2)
	fmt.Println(s.Pop())
	fmt.Println(s.Len(), s)
	var t Stack[string]
	t.Push("a")
	fmt.Println(t, t.Len())
	l := NewLRU[string, int](2)
	l.Put("a", 1)
	l.Put("b", 2)
	l.Get("a")
	l.Put("c", 3)
	fmt.Println(l.Get("a"))
	fmt.Println(l.Get("b"))
	fmt.Println(l.Get("c"))
	a := Set[int]{1: {}}
	a.Add(2)
	b := Set[int]{}
	b.Add(3)
	fmt.Println(a.Union(b), a.Has(3))
	p := MakePair(1, "x")
	fmt.Println(p, p.Swap())
	fmt.Printf("%T %T %v %+v\n", p, p.Swap(), p, Pair[int, []string]{1, []string{"q"}})
	var li List[float64]
	li.Add(1.5)
	li.Add(2.5)
	li.Each(func(i int, v float64) { fmt.Println(i, v) })
	d := Derived[string]{name: "n"}
	d.Set("v")
	fmt.Println(d.Get(), d, Fetch[string](d), Fetch[string](&d))
	c := Concrete{Base: &Base[int]{}}
	c.Set(5)
	c.Push("z")
	fmt.Println(c.Get(), c.Len(), c.items)
	var root *Tree[string]
	for _, w := range []string{"m", "c", "x", "a"} {
		root = root.Insert(w)
	}
	root.Walk(func(s string) { fmt.Print(s, " ") })
	fmt.Println()
	fmt.Println(Build[Conf]("hello"))
	fmt.Println(Some(3).OrElse(4), None[int]().OrElse(4))
	fmt.Println(Func[int, string](func(i int) string { return fmt.Sprint(i * 2) }).Apply(21))
	m := Matrix[int]{{1, 2}, {3, 4}}
	fmt.Println(m[1][0], len(m), Arr[string]{"a"})
	ca := Cache[string, int]{load: func(s string) (int, error) { return len(s), nil }}
	fmt.Println(ca.Get("abc"))
	fmt.Println(ca.data)
	push := s.Push
	push(9)
	f := (*Stack[int]).Len
	g := Pair[int, string].Swap
	fmt.Println(s.items, f(s), g(p))
	var st fmt.Stringer = p
	fmt.Println(st)
	_, ok := st.(Pair[int, string])
	_, ok2 := st.(Pair[string, int])
	fmt.Println(ok, ok2)
	var x any = a
	switch x.(type) {
	case Set[string]:
		fmt.Println("strings")
	case Set[int]:
		fmt.Println("ints")
	}
	mm := map[Pair[int, string]]bool{{1, "a"}: true}
	fmt.Println(mm[MakePair(1, "a")])
	defer fmt.Println("done")
	var np *Pair[int, string]
	fmt.Println(np.String())
}
