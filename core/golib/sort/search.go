package sort

// Search gives the smallest i in [0, n) for which f is true, or n.
func Search(n int, f func(int) bool) int {
	low, high := 0, n
	for low < high {
		middle := int(uint(low+high) >> 1)
		if f(middle) {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low
}

// Find gives the smallest i in [0, n) at which cmp is not positive, and whether it is zero there.
func Find(n int, cmp func(int) int) (i int, found bool) {
	i = Search(n, func(i int) bool { return cmp(i) <= 0 })
	return i, i < n && cmp(i) == 0
}

func SearchInts(a []int, x int) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

func SearchFloat64s(a []float64, x float64) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

func SearchStrings(a []string, x string) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

func (x IntSlice) Search(v int) int         { return SearchInts(x, v) }
func (x Float64Slice) Search(v float64) int { return SearchFloat64s(x, v) }
func (x StringSlice) Search(v string) int   { return SearchStrings(x, v) }
