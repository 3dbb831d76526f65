package main

import (
	"fmt"
	"unsafe"
)

type Int interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint8 | ~uint32
}

func Const[T Int](x T) T { return x + 5*2 - T(3) }
func Shift[T Int](x T) T { return x<<1 | T(1)<<(unsafe.Sizeof(x)*8-2) }
func Div[T Int](x T) T {
	defer func() { fmt.Println("rec", recover()) }()
	z := T(0)
	return x / z
}
func Wrap[T Int]() T { m := T(127); return m + 1 }
func Neg[T Int](x T) T { return -x ^ 1 }
func Chars[T ~string | ~[]byte](s T) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] == 'a' {
			n++
		}
	}
	return n
}
func Sub[T ~string | ~[]byte](s T) T { return s[1:2] }
func Bytes[T ~string | ~[]byte](s T) []byte { return append([]byte(nil), s...) }
func Str[T ~[]byte | ~string](x T) string { return string(x) }
func Fill[S ~[]E, E any](n int, v E) S {
	s := make(S, n)
	for i := range s {
		s[i] = v
	}
	return s
}
func MakeMap[M ~map[K]V, K comparable, V any](k K, v V) M {
	m := make(M)
	m[k] = v
	m2 := M{k: v}
	delete(m2, k)
	return m
}
func Lit[S ~[]int]() S { return S{1, 2, 3} }
func Call[F ~func(int) int](f F) int { return f(3) }
func Deref[P ~*E, E any](p P) E { return *p }
func At[A ~[4]E, E any](a A, i int) E { return a[i] }
func Copy[S ~[]E, E any](s S) S { r := make(S, len(s)); copy(r, s); clear(s); return r }
func MinOf[T Int | ~string](a T, b ...T) T {
	m := a
	for _, x := range b {
		m = min(m, x)
	}
	return max(m, a)
}
func Local[T any](x T) string {
	type box struct {
		v    T
		next *box
	}
	b := &box{v: x}
	b.next = &box{}
	return fmt.Sprintf("%T %v", *b, b.v)
}
func Nested[T any](xs []T) func() []T {
	return func() []T {
		inner := func(ys ...T) []T { return append(ys, xs...) }
		return inner(xs...)
	}
}
func TypeName[T any]() string { var z T; return fmt.Sprintf("%T", z) }
func TS[T any](x any) string {
	switch x.(type) {
	case T:
		return "T"
	case int:
		return "int"
	default:
		return "no"
	}
}
func Assert[T any](x any) (T, bool) { v, ok := x.(T); return v, ok }
func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
func pair() (int, error) { return 4, nil }
func Compose[A, B, C any](f func(A) B, g func(B) C) func(A) C { return func(a A) C { return g(f(a)) } }

type E1 struct{ error }
type Num[T ~int] struct{ n T }

func (n Num[T]) Add(o Num[T]) Num[T] { return Num[T]{n.n + o.n} }

type Adder[T any] interface{ Add(T) T }

func SumAll[T Adder[T]](xs ...T) T {
	var z T
	for _, x := range xs {
		z = z.Add(x)
	}
	return z
}

type Event[T any] struct{ handlers []func(T) }

func (e *Event[T]) On(h func(T)) { e.handlers = append(e.handlers, h) }
func (e *Event[T]) Fire(v T) {
	for _, h := range e.handlers {
		h(v)
	}
}

const N = 3

type Ring[T any] struct {
	buf [N]T
	i   int
}

func (r *Ring[T]) Put(v T) { r.buf[r.i%len(r.buf)] = v; r.i++ }

func main() {
	fmt.Println(Const(1), Const(int8(100)), Const(uint8(255)))
	fmt.Println(Shift(int8(1)), Shift(int64(1)), Shift(uint32(1)))
	fmt.Println(Div(5))
	fmt.Println(Wrap[int8](), Wrap[int]())
	fmt.Println(Neg(int8(4)), Neg(uint8(4)))
	fmt.Println(Chars("banana"), Chars([]byte("aa")), Sub("hello"), Sub([]byte("hello")), Bytes("xy"), Str([]byte("q")))
	fmt.Println(Fill[[]string](2, "z"), MakeMap[map[string]int]("a", 1), Lit[[]int]())
	fmt.Println(Call(func(i int) int { return i * i }), *new(int), Deref(&[]int{1}[0]), At([4]string{"a", "b"}, 1))
	s := []int{1, 2}
	fmt.Println(Copy(s), s)
	fmt.Println(MinOf(3, 1, 2), MinOf("b", "a"))
	fmt.Println(Local(1), Local("s"))
	fmt.Println(Nested([]int{1, 2})())
	fmt.Println(TypeName[int](), TypeName[map[string][]byte](), TypeName[Num[int]](), TypeName[error]())
	fmt.Println(TS[int](1), TS[string](1), TS[string]("x"), TS[bool]("x"))
	fmt.Println(Assert[int](1))
	fmt.Println(Assert[fmt.Stringer](1))
	fmt.Println(Must(pair()))
	fmt.Println(Compose(func(i int) string { return fmt.Sprint(i) }, func(s string) int { return len(s) })(12345))
	fmt.Println(SumAll(Num[int]{1}, Num[int]{2}))
	var ev Event[string]
	ev.On(func(s string) { fmt.Println("got", s) })
	ev.Fire("x")
	var r Ring[rune]
	for i := 0; i < 5; i++ {
		r.Put('a' + rune(i))
	}
	fmt.Println(r)
	fmt.Println(At([4]int{}, 5))
}
