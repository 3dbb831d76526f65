package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

type Ordered interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr | ~float32 | ~float64 | ~string
}

type Number interface {
	~int | ~int64 | ~float64
}

func Max[T Ordered](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func Map[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func Filter[T any](xs []T, keep func(T) bool) []T {
	var out []T
	for _, x := range xs {
		if keep(x) {
			out = append(out, x)
		}
	}
	return out
}

func Reduce[T, A any](xs []T, init A, f func(A, T) A) A {
	acc := init
	for _, x := range xs {
		acc = f(acc, x)
	}
	return acc
}

func Sum[T Number](xs ...T) T {
	var s T
	for _, x := range xs {
		s += x
	}
	return s
}

func Keys[M ~map[K]V, K comparable, V any](m M) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	return keys
}

func Zero[T any]() T {
	var z T
	return z
}

func Ptr[T any](v T) *T { return &v }

func Contains[T comparable](xs []T, x T) bool {
	for _, y := range xs {
		if x == y {
			return true
		}
	}
	return false
}

func Index[S ~[]E, E comparable](s S, x E) int {
	for i := range s {
		if s[i] == x {
			return i
		}
	}
	return -1
}

type MyInt int
type IDs []int

func (m MyInt) String() string { return fmt.Sprintf("MyInt(%d)", int(m)) }

func Join[T fmt.Stringer](xs []T) string {
	var parts []string
	for _, x := range xs {
		parts = append(parts, x.String())
	}
	return strings.Join(parts, ",")
}

func Kind[T any](x T) string {
	switch v := any(x).(type) {
	case int:
		return fmt.Sprint("int ", v)
	case string:
		return "string " + v
	case fmt.Stringer:
		return "stringer " + v.String()
	case error:
		return "error " + v.Error()
	}
	return fmt.Sprintf("other %T", x)
}

func Try[T any](f func() (T, error)) (res T, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	return f()
}

func Counter[T comparable]() (func(T), func() map[T]int) {
	m := map[T]int{}
	return func(x T) { m[x]++ }, func() map[T]int { return m }
}

func Fact[T Number](n T) T {
	if n <= 1 {
		return 1
	}
	return n * Fact(n-1)
}

func Conv[A, B Number](a A) B { return B(a) }

func Even[T ~int](n T) bool {
	if n == 0 {
		return true
	}
	return Odd(n - 1)
}
func Odd[T ~int](n T) bool {
	if n == 0 {
		return false
	}
	return Even(n - 1)
}

func main() {
	fmt.Println(Max(1, 2), Max("a", "b"), Max(1.5, 2), Max[float64](1, 2.5), Max(MyInt(3), 4))
	fmt.Println(Map([]int{1, 2, 3}, func(i int) string { return strings.Repeat("x", i) }))
	fmt.Println(Filter([]int{1, 2, 3, 4}, func(i int) bool { return i%2 == 0 }))
	fmt.Println(Reduce([]int{1, 2, 3}, "", func(s string, i int) string { return s + fmt.Sprint(i) }))
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2.5), Sum[int](), Sum[MyInt](1, 2))
	ks := Keys(map[string]int{"a": 1, "b": 2})
	sort.Strings(ks)
	fmt.Println(ks)
	fmt.Println(Zero[int](), Zero[string]() == "", Zero[*int]() == nil, Zero[[]int]() == nil, Zero[struct{ a int }]())
	fmt.Println(*Ptr(5), *Ptr("x"))
	fmt.Println(Contains([]string{"a"}, "a"), Contains([]any{1, "a"}, any("b")))
	fmt.Println(Index(IDs{4, 5, 6}, 6))
	fmt.Println(Join([]MyInt{1, 2}))
	fmt.Println(Kind(1), Kind("s"), Kind(MyInt(1)), Kind(errors.New("e")), Kind(2.5), Kind([]int{}))
	fmt.Println(Try(func() (int, error) { return 1, nil }))
	fmt.Println(Try(func() (string, error) { panic("boom") }))
	add, get := Counter[string]()
	add("a")
	add("a")
	add("b")
	fmt.Println(get())
	fmt.Println(Fact(5), Fact(5.0), Fact(MyInt(4)))
	fmt.Println(Conv[int, float64](3), Conv[float64, int](3.9))
	fmt.Println(Even(10), Odd(MyInt(7)))
	f := Max[int]
	fmt.Println(f(3, 4))
	var g func(string, string) string = Max
	fmt.Println(g("x", "y"))
	fmt.Printf("%T %T\n", f, g)
	fmt.Println(Map([]int{1, 2}, Ptr[int])[0] != nil, Map([]float64{1.5}, Conv[float64, int]))
}
