// Reading an address that nobody has.
package main

import (
	"unsafe"
)

func read(address uintptr) { println(*(*int)(unsafe.Pointer(address))) }

func main() {
	defer println("not run")
	read(0x123456000)
}
