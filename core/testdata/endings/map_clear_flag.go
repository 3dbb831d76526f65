// clear while the flag hashWriting is set.
package main

import (
	"unsafe"
)

func main() {
	m := map[string]int{"a": 1}
	h := *(**[16]uint8)(unsafe.Pointer(&m))
	h[8] |= 4 // another goroutine is writing
	clear(m)
}
