// A pointer kept only as a number: its small block is freed, but others in the same span live, so
// the next collection does not notice before it has marked the free block.
package main

import (
	"runtime"
	"unsafe"
)

var neighbours [][]byte

func forgotten() uintptr {
	for i := 0; i < 40; i++ {
		neighbours = append(neighbours, make([]byte, 64))
	}
	b := neighbours[20]
	neighbours[20] = nil
	return uintptr(unsafe.Pointer(&b[0]))
}

var m = map[int]unsafe.Pointer{}

func main() {
	addr := forgotten()
	runtime.GC()
	runtime.GC()
	m[1] = *(*unsafe.Pointer)(unsafe.Pointer(&addr))
	runtime.GC()
	println("no check fired", len(m))
}
