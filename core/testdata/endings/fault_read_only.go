// Writing to the bytes of a constant.
package main

import (
	"unsafe"
)

func main() {
	s := "constant"
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	println(b[0])
	b[0] = 1
}
