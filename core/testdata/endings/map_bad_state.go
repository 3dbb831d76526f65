// A mark of evacuation in a bucket that is not evacuated.
package main

import (
	"unsafe"
)

func main() {
	m := make(map[int]int)
	for i := 0; i < 8; i++ {
		m[i] = i
	}
	h := *(**struct {
		count   int
		rest    [8]byte
		buckets *[8]uint8
	})(unsafe.Pointer(&m))
	h.buckets[1] = 3
	m[8] = 8
}
