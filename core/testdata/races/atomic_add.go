// Atomics do not race with each other.
package main

import (
	"sync"
	"sync/atomic"
)

var n atomic.Int64

func main() {
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); n.Add(1) }()
	}
	wg.Wait()
	println(n.Load())
}
