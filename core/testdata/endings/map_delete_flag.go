// A delete while the flag hashWriting is set; of an empty map nothing is checked.
package main

import (
	"unsafe"
)

func main() {
	m := map[string]int{"a": 1}
	h := *(**[16]uint8)(unsafe.Pointer(&m))
	h[8] |= 4 // another goroutine is writing
	empty := map[string]int{}
	(*(**[16]uint8)(unsafe.Pointer(&empty)))[8] |= 4
	delete(empty, "a")
	println("empty")
	delete(m, "b")
}
