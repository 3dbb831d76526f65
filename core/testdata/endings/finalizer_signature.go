// SetFinalizer with a function that cannot take the object.
package main

import (
	"runtime"
)

type box struct{ m map[int]int }

func main() {
	runtime.SetFinalizer(new(box), func(int) {})
}
