// maps.Clone while the flag hashWriting is set.
package main

import (
	"maps"
	"unsafe"
)

func main() {
	m := map[int]int{1: 1}
	h := *(**[16]uint8)(unsafe.Pointer(&m))
	h[8] |= 4 // another goroutine is writing
	println(len(maps.Clone(m)))
}
