// SetFinalizer of something that is no pointer.
package main

import (
	"runtime"
)

func main() {
	m := map[string]int{}
	runtime.SetFinalizer(m, func(map[string]int) {})
}
