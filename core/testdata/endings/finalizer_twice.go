// SetFinalizer of an object that has one.
package main

import (
	"runtime"
)

type box struct{ m map[int]int }

func main() {
	p := new(box)
	runtime.SetFinalizer(p, func(*box) {})
	runtime.SetFinalizer(p, func(*box) {})
}
