package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
)

type Set[T comparable] map[T]struct{}

func Of[T comparable](xs ...T) Set[T] {
	s := make(Set[T], len(xs))
	for _, x := range xs {
		s.Add(x)
	}
	return s
}
func (s Set[T]) Add(x T)           { s[x] = struct{}{} }
func (s Set[T]) Has(x T) bool      { _, ok := s[x]; return ok }
func (s Set[T]) Union(o Set[T]) Set[T] {
	r := maps.Clone(s)
	maps.Copy(r, o)
	return r
}
func (s Set[T]) Inter(o Set[T]) Set[T] {
	r := Set[T]{}
	for k := range s {
		if o.Has(k) {
			r.Add(k)
		}
	}
	return r
}
func (s Set[T]) Minus(o Set[T]) Set[T] {
	r := maps.Clone(s)
	maps.DeleteFunc(r, func(k T, _ struct{}) bool { return o.Has(k) })
	return r
}
func (s Set[T]) Equal(o Set[T]) bool { return maps.Equal(s, o) }
func Sorted[T cmp.Ordered](s Set[T]) []T { return slices.Sorted(maps.Keys(s)) }

func (s Set[T]) String() string {
	var parts []string
	for k := range s {
		parts = append(parts, fmt.Sprint(k))
	}
	sort.Strings(parts)
	return "{" + strings.Join(parts, ", ") + "}"
}

func main() {
	a, b := Of(1, 2, 3, 4), Of(3, 4, 5)
	fmt.Println(a.Union(b), a.Inter(b), a.Minus(b), b.Minus(a))
	fmt.Println(Sorted(a.Union(b)), a.Equal(b), a.Equal(Of(4, 3, 2, 1)))
	fmt.Printf("%v %s %d %+v\n", a, a, a, a)
	fmt.Printf("%T %#v\n", a, Of("x"))
	words := strings.FieldsFunc("to be, or not to be: that", func(r rune) bool { return !('a' <= r && r <= 'z') })
	fmt.Println(Of(words...), len(words))
	idx := map[rune][]string{}
	for _, w := range words {
		r := []rune(w)[0]
		idx[r] = append(idx[r], w)
	}
	for _, r := range slices.Sorted(maps.Keys(idx)) {
		fmt.Printf("%c: %q\n", r, idx[r])
	}
	fmt.Println(slices.Collect(maps.Values(map[string]int{"a": 1})))
	m2 := maps.Collect(slices.All([]string{"zero", "one"}))
	fmt.Println(m2)
	ks := slices.SortedFunc(maps.Keys(m2), func(x, y int) int { return y - x })
	fmt.Println(ks, slices.Max(ks), slices.Contains(ks, 1), slices.Index(ks, 0))
}
