package slices

import (
	"cmp"
	"sort"
)

// byFunc is what package sort sorts.
type byFunc[E any] struct {
	x   []E
	cmp func(a, b E) int
}

func (s byFunc[E]) Len() int           { return len(s.x) }
func (s byFunc[E]) Less(i, j int) bool { return s.cmp(s.x[i], s.x[j]) < 0 }
func (s byFunc[E]) Swap(i, j int)      { s.x[i], s.x[j] = s.x[j], s.x[i] }

// Sort sorts in ascending order; NaNs come first.
func Sort[S ~[]E, E cmp.Ordered](x S) { sort.Sort(byFunc[E]{x, cmp.Compare[E]}) }

// SortFunc sorts by the function. Equal elements end in the same order as in Go, which need not be the one they had.
func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) { sort.Sort(byFunc[E]{x, cmp}) }

// SortStableFunc keeps the order of equal elements always.
func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) { sortRange(x, cmp) }

const shortRun = 12

func sortRange[E any](x []E, cmp func(a, b E) int) {
	if len(x) <= shortRun {
		insertionSort(x, cmp)
		return
	}
	middle := len(x) / 2
	sortRange(x[:middle], cmp)
	sortRange(x[middle:], cmp)
	merge(x, middle, cmp)
}

func insertionSort[E any](x []E, cmp func(a, b E) int) {
	for i := 1; i < len(x); i++ {
		for j := i; j > 0 && cmp(x[j], x[j-1]) < 0; j-- {
			x[j], x[j-1] = x[j-1], x[j]
		}
	}
}

// Both halves are sorted.
func merge[E any](x []E, middle int, cmp func(a, b E) int) {
	left := Clone(x[:middle])
	at, from := 0, middle
	for len(left) > 0 && from < len(x) {
		if cmp(x[from], left[0]) < 0 {
			x[at] = x[from]
			from++
		} else {
			x[at] = left[0]
			left = left[1:]
		}
		at++
	}
	copy(x[at:], left)
}

func IsSorted[S ~[]E, E cmp.Ordered](x S) bool { return IsSortedFunc(x, cmp.Compare[E]) }

func IsSortedFunc[S ~[]E, E any](x S, cmp func(a, b E) int) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp(x[i], x[i-1]) < 0 {
			return false
		}
	}
	return true
}

// Min panics when there is no element; a NaN makes the result NaN.
func Min[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) == 0 {
		panic("slices.Min: empty list")
	}
	least := x[0]
	for _, v := range x[1:] {
		least = min(least, v)
	}
	return least
}

func MinFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) == 0 {
		panic("slices.MinFunc: empty list")
	}
	least := x[0]
	for _, v := range x[1:] {
		if cmp(v, least) < 0 {
			least = v
		}
	}
	return least
}

func Max[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) == 0 {
		panic("slices.Max: empty list")
	}
	most := x[0]
	for _, v := range x[1:] {
		most = max(most, v)
	}
	return most
}

func MaxFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) == 0 {
		panic("slices.MaxFunc: empty list")
	}
	most := x[0]
	for _, v := range x[1:] {
		if cmp(v, most) > 0 {
			most = v
		}
	}
	return most
}

// BinarySearch gives the place where target is or would be, and whether it is there.
func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool) {
	return BinarySearchFunc(x, target, cmp.Compare[E])
}

func BinarySearchFunc[S ~[]E, E, T any](x S, target T, cmp func(E, T) int) (int, bool) {
	low, high := 0, len(x)
	for low < high {
		middle := low + (high-low)/2
		if cmp(x[middle], target) < 0 {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low, low < len(x) && cmp(x[low], target) == 0
}
