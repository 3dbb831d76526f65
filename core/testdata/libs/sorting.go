// Package sort: the order of equal elements too.
package main

import (
	"fmt"
	"math"
	"sort"
)

type pair struct {
	key, at int
}

type byKey []pair

func (x byKey) Len() int           { return len(x) }
func (x byKey) Less(i, j int) bool { return x[i].key < x[j].key }
func (x byKey) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// pairs of n elements with few keys, in several patterns.
func pairs(n, keys, pattern int) []pair {
	list := make([]pair, n)
	state := uint32(n*7 + keys)
	for i := range list {
		switch pattern {
		case 0:
			state = state*1664525 + 1013904223
			list[i].key = int(state>>16) % keys
		case 1:
			list[i].key = i * keys / n
		case 2:
			list[i].key = (n - i) * keys / n
		case 3:
			list[i].key = i % keys
		case 4:
			list[i].key = 5
		}
		list[i].at = i
	}
	return list
}

func digest(list []pair) uint64 {
	h := uint64(14695981039346656037)
	for _, p := range list {
		h = (h ^ uint64(p.key*1000+p.at)) * 1099511628211
	}
	return h
}

func main() {
	for _, n := range []int{1, 12, 13, 49, 50, 90} {
		for _, keys := range []int{2, 1000} {
			for pattern := 0; pattern < 5; pattern++ {
				a := pairs(n, keys, pattern)
				sort.Sort(byKey(a))
				b := pairs(n, keys, pattern)
				sort.Slice(b, func(i, j int) bool { return b[i].key < b[j].key })
				c := pairs(n, keys, pattern)
				sort.Stable(byKey(c))
				d := pairs(n, keys, pattern)
				sort.SliceStable(d, func(i, j int) bool { return d[i].key > d[j].key })
				fmt.Println(n, keys, pattern, digest(a), digest(b), digest(c), digest(d), sort.IsSorted(byKey(a)))
			}
		}
	}
	killer := make([]int, 200)
	for i := range killer {
		killer[i] = (i * 7919) % 200
		if i%2 == 0 {
			killer[i] = 200 - i
		}
	}
	sort.Ints(killer)
	fmt.Println(killer[:20], sort.IntsAreSorted(killer))
	s := []string{"pear", "apple", "fig", "", "Zebra", "éclair"}
	sort.Strings(s)
	fmt.Printf("%q %v\n", s, sort.StringsAreSorted(s))
	f := []float64{3, math.NaN(), -1, math.Inf(1), math.Inf(-1), 0, math.NaN()}
	sort.Float64s(f)
	fmt.Println(f, sort.Float64sAreSorted(f))
	sort.Sort(sort.Reverse(sort.IntSlice(killer)))
	fmt.Println(killer[:5], sort.SearchInts([]int{1, 3, 5, 7}, 4), sort.SearchStrings([]string{"a", "c"}, "b"),
		sort.SearchFloat64s([]float64{1, 2}, 3), sort.IntSlice{1, 2, 3}.Search(2))
	fmt.Println(sort.Find(4, func(i int) int { return 2 - i }))
	fmt.Println(sort.Find(4, func(i int) int { return 9 }))
	fmt.Println(sort.Search(10, func(i int) bool { return i*i >= 50 }))
	fmt.Println(sort.SliceIsSorted([]int{1, 2, 2}, func(i, j int) bool { return i > j }))
	m := map[string]int{"x": 3, "y": 1, "z": 2}
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return m[keys[i]] < m[keys[j]] })
	fmt.Println(keys)
	people := []struct {
		Name string
		Age  int
	}{{"A", 3}, {"B", 1}, {"C", 2}}
	sort.Slice(people, func(i, j int) bool { return people[i].Age < people[j].Age })
	fmt.Println(people)
	sort.Slice([]int(nil), nil)
	for _, bad := range []any{5, nil, map[int]int{}} {
		func() {
			defer func() { fmt.Println(recover()) }()
			sort.Slice(bad, nil)
		}()
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		sort.Slice([]int{3, 2, 1}, func(i, j int) bool { panic("less") })
	}()
	sort.Slice(5, nil)
}
