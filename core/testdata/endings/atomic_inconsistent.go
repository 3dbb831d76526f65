// Storing another type into an atomic.Value.
package main

import (
	"sync/atomic"
)

func main() {
	var v atomic.Value
	v.Store(1)
	println(v.Load().(int))
	v.Store("s")
}
