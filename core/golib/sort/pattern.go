package sort

import "math/bits"

// sorter is a pattern-defeating quicksort, as Go's own is: it makes the same exchanges, so that equal elements end in the
// same order. Ranges are [low, high).
type sorter struct {
	data Interface
}

// What the choice of a pivot found out about a range.
const (
	noPattern = iota
	rising
	falling
)

const (
	fewElements    = 12 // sorted by insertion
	shortRange     = 8  // below it the pivot is not looked for
	longRange      = 50 // from it on the pivot is a median of medians
	mostDisorder   = 5  // elements that are put right by shifting
	pivotExchanges = 4 * 3
)

func (s sorter) insertion(low, high int) {
	for end := low + 1; end < high; end++ {
		for at := end; at > low && s.data.Less(at, at-1); at-- {
			s.data.Swap(at, at-1)
		}
	}
}

// sink moves the root of a heap down to its place; first is where the heap begins.
func (s sorter) sink(root, size, first int) {
	for child := 2*root + 1; child < size; child = 2*root + 1 {
		if child+1 < size && s.data.Less(first+child, first+child+1) {
			child++
		}
		if !s.data.Less(first+root, first+child) {
			return
		}
		s.data.Swap(first+root, first+child)
		root = child
	}
}

func (s sorter) heap(low, high int) {
	size := high - low
	for root := (size - 1) / 2; root >= 0; root-- {
		s.sink(root, size, low)
	}
	for last := size - 1; last >= 0; last-- {
		s.data.Swap(low, low+last)
		s.sink(0, last, low)
	}
}

// quick sorts a range; after `patience` bad partitions it becomes heapsort.
func (s sorter) quick(low, high, patience int) {
	balanced, wasInPlace := true, true
	for high-low > fewElements {
		length := high - low
		if patience == 0 {
			s.heap(low, high)
			return
		}
		if !balanced {
			s.scatter(low, high)
			patience--
		}
		pivot, pattern := s.choosePivot(low, high)
		if pattern == falling {
			s.turnRound(low, high)
			pivot = low + high - 1 - pivot
			pattern = rising
		}
		if balanced && wasInPlace && pattern == rising && s.nearlySorted(low, high) {
			return
		}
		if low > 0 && !s.data.Less(low-1, pivot) { // the pivot is the smallest: many are equal to it
			low = s.splitEqual(low, high, pivot)
			continue
		}
		var middle int
		middle, wasInPlace = s.split(low, high, pivot)
		left, right := middle-low, high-middle
		if left < right {
			balanced = left >= length/8
			s.quick(low, middle, patience)
			low = middle + 1
		} else {
			balanced = right >= length/8
			s.quick(middle+1, high, patience)
			high = middle
		}
	}
	s.insertion(low, high)
}

// split puts smaller elements before the pivot and the others behind it, and says where it now stands.
func (s sorter) split(low, high, pivot int) (middle int, inPlace bool) {
	s.data.Swap(low, pivot)
	i, j := s.outOfPlace(low, low+1, high-1)
	inPlace = i > j
	for i <= j {
		s.data.Swap(i, j)
		i, j = s.outOfPlace(low, i+1, j-1)
	}
	s.data.Swap(j, low)
	return j, inPlace
}

// outOfPlace looks from both ends for elements on the wrong side of the pivot.
func (s sorter) outOfPlace(pivot, i, j int) (int, int) {
	for i <= j && s.data.Less(i, pivot) {
		i++
	}
	for i <= j && !s.data.Less(j, pivot) {
		j--
	}
	return i, j
}

// splitEqual puts what equals the pivot before what is greater.
func (s sorter) splitEqual(low, high, pivot int) int {
	s.data.Swap(low, pivot)
	for i, j := low+1, high-1; ; i, j = i+1, j-1 {
		for i <= j && !s.data.Less(low, i) {
			i++
		}
		for i <= j && s.data.Less(low, j) {
			j--
		}
		if i > j {
			return i
		}
		s.data.Swap(i, j)
	}
}

// nearlySorted shifts a few elements to their places; true when the range is sorted then.
func (s sorter) nearlySorted(low, high int) bool {
	at := low + 1
	for n := 0; n < mostDisorder; n++ {
		for at < high && !s.data.Less(at, at-1) {
			at++
		}
		if at == high {
			return true
		}
		if high-low < longRange {
			return false
		}
		s.data.Swap(at, at-1)
		if at-low >= 2 {
			for j := at - 1; j >= 1 && s.data.Less(j, j-1); j-- {
				s.data.Swap(j, j-1)
			}
		}
		if high-at >= 2 {
			for j := at + 1; j < high && s.data.Less(j, j-1); j++ {
				s.data.Swap(j, j-1)
			}
		}
	}
	return false
}

// scatter exchanges three elements around the middle with ones chosen by a small generator.
func (s sorter) scatter(low, high int) {
	length := high - low
	if length < shortRange {
		return
	}
	random := uint64(length)
	mask := uint(1)<<bits.Len(uint(length)) - 1
	for at := low + length/4*2 - 1; at <= low+length/4*2+1; at++ {
		random ^= random << 13
		random ^= random >> 17
		random ^= random << 5
		other := int(uint(random) & mask)
		if other >= length {
			other -= length
		}
		s.data.Swap(at, low+other)
	}
}

func (s sorter) choosePivot(low, high int) (pivot, pattern int) {
	length := high - low
	exchanges := 0
	i, j, k := low+length/4, low+length/4*2, low+length/4*3
	if length >= shortRange {
		if length >= longRange {
			i = s.medianAround(i, &exchanges)
			j = s.medianAround(j, &exchanges)
			k = s.medianAround(k, &exchanges)
		}
		j = s.median(i, j, k, &exchanges)
	}
	switch exchanges {
	case 0:
		return j, rising
	case pivotExchanges:
		return j, falling
	}
	return j, noPattern
}

func (s sorter) medianAround(at int, exchanges *int) int {
	return s.median(at-1, at, at+1, exchanges)
}

// median gives which of three places holds the middle element, and counts how often it had to exchange.
func (s sorter) median(a, b, c int, exchanges *int) int {
	a, b = s.ordered(a, b, exchanges)
	b, c = s.ordered(b, c, exchanges)
	_, b = s.ordered(a, b, exchanges)
	return b
}

func (s sorter) ordered(a, b int, exchanges *int) (int, int) {
	if s.data.Less(b, a) {
		*exchanges++
		return b, a
	}
	return a, b
}

func (s sorter) turnRound(low, high int) {
	for high--; low < high; low, high = low+1, high-1 {
		s.data.Swap(low, high)
	}
}
