// Only atomics of the same word order.
package main

import (
	"sync/atomic"
)

var (
	x    int
	a, b atomic.Int64
)

func main() {
	done := make(chan bool)
	go func() { x = 1; a.Store(1); done <- true }()
	b.Load()
	println(x)
	<-done
}
