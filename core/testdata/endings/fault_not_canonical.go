// An address that cannot be one.
package main

import (
	"unsafe"
)

func main() {
	p := unsafe.Pointer(uintptr(0x1234567890123))
	println(*(*int)(p))
}
