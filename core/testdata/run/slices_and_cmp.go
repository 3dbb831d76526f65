package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

type P struct {
	Name string
	Age  int
}

var zero float64
var nan = zero / zero

func main() {
	xs := []int{5, 2, 8, 1, 9, 3}
	slices.Sort(xs)
	fmt.Println(xs, slices.IsSorted(xs), slices.Max(xs), slices.Min(xs))
	fmt.Println(slices.BinarySearch(xs, 8))
	fmt.Println(slices.BinarySearch(xs, 4))
	fmt.Println(slices.Contains(xs, 3), slices.Index(xs, 9), slices.Index(xs, 7))
	ys := slices.Clone(xs)
	slices.Reverse(ys)
	fmt.Println(ys, slices.Equal(xs, ys), slices.Compare(xs, ys))
	fmt.Println(slices.Insert([]int{1, 2, 3}, 1, 7, 8), slices.Delete([]int{0, 1, 2, 3}, 1, 3))
	fmt.Println(slices.Compact([]int{1, 1, 2, 2, 2, 3, 1}), slices.Replace([]int{1, 2, 3, 4}, 1, 3, 9))
	fmt.Println(slices.DeleteFunc([]int{1, 2, 3, 4}, func(i int) bool { return i%2 == 0 }))
	people := []P{{"A", 30}, {"B", 20}, {"C", 30}, {"D", 20}}
	slices.SortFunc(people, func(a, b P) int {
		return cmp.Or(cmp.Compare(a.Age, b.Age), -cmp.Compare(a.Name, b.Name))
	})
	fmt.Println(people)
	slices.SortStableFunc(people, func(a, b P) int { return cmp.Compare(b.Age, a.Age) })
	fmt.Println(people)
	fmt.Println(slices.IndexFunc(people, func(p P) bool { return p.Name == "C" }))
	fmt.Println(slices.ContainsFunc(people, func(p P) bool { return p.Age > 100 }))
	fmt.Println(slices.MaxFunc(people, func(a, b P) int { return cmp.Compare(a.Age, b.Age) }))
	fmt.Println(slices.Concat([]int{1}, []int{2, 3}), slices.Repeat([]string{"x"}, 3))
	fmt.Println(cmp.Compare(nan, 1), cmp.Less(1, 2), cmp.Compare("b", "a"), cmp.Or(0, 3, 4))
	f := []float64{2, nan, 1}
	slices.Sort(f)
	fmt.Println(f)
	m := map[string]int{"a": 1, "b": 2}
	maps.DeleteFunc(m, func(k string, v int) bool { return v == 1 })
	maps.Copy(m, map[string]int{"z": 26})
	fmt.Println(m, maps.Equal(m, map[string]int{"b": 2, "z": 26}))
	g := slices.Grow([]int{1}, 10)
	fmt.Println(len(g), cap(g) >= 11, cap(slices.Clip(g)))
	big := make([]int, 100)
	for i := range big {
		big[i] = (i * 37) % 101
	}
	slices.SortFunc(big, cmp.Compare)
	fmt.Println(big[:5], big[95:], slices.IsSortedFunc(big, cmp.Compare[int]))
	fmt.Println(slices.EqualFunc([]int{1}, []string{"1"}, func(i int, s string) bool { return fmt.Sprint(i) == s }))
	fmt.Println(slices.Delete([]int{1}, 1, 3))
}
