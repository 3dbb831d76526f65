// Package cmp of hmaplab: comparing ordered values.
package cmp

// Ordered are the types that have < and its relatives.
type Ordered interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr |
		~float32 | ~float64 |
		~string
}

// A NaN, the only value that differs from itself, comes before all others.
func isNaN[T Ordered](x T) bool { return x != x }

// Less tells whether x comes before y.
func Less[T Ordered](x, y T) bool {
	return x < y || isNaN(x) && !isNaN(y)
}

// Compare gives -1, 0 or 1: x comes before y, is equal, or comes behind.
func Compare[T Ordered](x, y T) int {
	if x < y {
		return -1
	}
	if x > y {
		return 1
	}
	if x == y {
		return 0
	}
	// At least one is a NaN.
	if !isNaN(x) {
		return 1
	}
	if !isNaN(y) {
		return -1
	}
	return 0
}

// Or gives the first value that is not the zero value.
func Or[T comparable](vals ...T) T {
	var zero T
	for _, value := range vals {
		if value != zero {
			return value
		}
	}
	return zero
}
