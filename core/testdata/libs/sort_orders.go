package main

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
)

type rec struct {
	key, id int
}

type byKey []rec

func (b byKey) Len() int           { return len(b) }
func (b byKey) Less(i, j int) bool { return b[i].key < b[j].key }
func (b byKey) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func gen(n, mod int, seed uint32, shape int) []rec {
	rs := make([]rec, n)
	x := seed
	for i := range rs {
		x = x*1664525 + 1013904223
		switch shape {
		case 0:
			rs[i].key = int(x>>8) % mod
		case 1:
			rs[i].key = i / mod
		case 2:
			rs[i].key = (n - i) / mod
		case 3:
			rs[i].key = i % mod
		case 4:
			rs[i].key = min(i, n-i) / mod
		}
		rs[i].id = i
	}
	return rs
}

func sum(rs []rec) uint32 {
	h := uint32(2166136261)
	for _, r := range rs {
		h = (h ^ uint32(r.id)) * 16777619
	}
	return h
}

func main() {
	for _, n := range []int{13, 50, 90} {
		for _, mod := range []int{3, 1000} {
			for shape := range 5 {
				a := gen(n, mod, uint32(n*mod+shape), shape)
				b, c, d, e := slices.Clone(a), slices.Clone(a), slices.Clone(a), slices.Clone(a)
				sort.Slice(a, func(i, j int) bool { return a[i].key < a[j].key })
				sort.Sort(byKey(b))
				slices.SortFunc(c, func(x, y rec) int { return cmp.Compare(x.key, y.key) })
				sort.Stable(byKey(d))
				slices.SortStableFunc(e, func(x, y rec) int { return cmp.Compare(x.key, y.key) })
				fmt.Println(n, mod, shape, sum(a), sum(b), sum(c), sum(d), sum(e))
			}
		}
	}
	m := map[string]int{}
	for _, w := range strings.Fields("the quick brown fox jumps over the lazy dog and the cat sat on the mat with a hat while it rained cats and dogs all day long") {
		m[w]++
	}
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	sort.Slice(keys, func(i, j int) bool { return m[keys[i]] > m[keys[j]] })
	fmt.Println(keys)
	slices.SortFunc(keys, func(a, b string) int { return len(a) - len(b) })
	fmt.Println(keys)
	i, ok := slices.BinarySearchFunc(keys, 5, func(s string, n int) int { return cmp.Compare(len(s), n) })
	fmt.Println(i, ok, sort.SearchInts([]int{1, 3, 5}, 4))
	sort.Sort(sort.Reverse(sort.StringSlice(keys)))
	fmt.Println(keys)
}
