package sort

const blockLength = 20

// Stable sorts and keeps the order of equal elements: blocks are sorted by insertion, then merged in place.
func Stable(data Interface) {
	n := data.Len()
	s := sorter{data}
	for low := 0; low < n; low += blockLength {
		s.insertion(low, min(low+blockLength, n))
	}
	for length := blockLength; length < n; length *= 2 {
		for low := 0; low+length < n; low += 2 * length {
			s.merge(low, low+length, min(low+2*length, n))
		}
	}
}

// merge joins two sorted neighbours: it cuts the longer one in half, finds where the other one is cut by the same element,
// rotates what lies between, and goes on with both sides.
func (s sorter) merge(low, middle, high int) {
	if low == middle || middle == high {
		return
	}
	if high-low == 2 {
		if s.data.Less(middle, low) {
			s.data.Swap(middle, low)
		}
		return
	}
	var left, right int
	if middle-low > high-middle {
		left = low + (middle-low)/2
		right = middle + Search(high-middle, func(i int) bool { return !s.data.Less(middle+i, left) })
	} else {
		right = middle + (high-middle)/2
		left = low + Search(middle-low, func(i int) bool { return s.data.Less(right, low+i) })
	}
	s.rotate(left, middle, right)
	cut := left + right - middle
	s.merge(low, left, cut)
	s.merge(cut, right, high)
}

// rotate exchanges two neighbouring ranges.
func (s sorter) rotate(low, middle, high int) {
	if low == middle || middle == high {
		return
	}
	s.turnRound(low, middle)
	s.turnRound(middle, high)
	s.turnRound(low, high)
}
