// A lock of one word.
package main

import (
	"runtime"
	"sync"
	"sync/atomic"
)

var (
	n    int
	lock atomic.Int32
)

func main() {
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for !lock.CompareAndSwap(0, 1) {
				runtime.Gosched()
			}
			n++
			lock.Store(0)
		}()
	}
	wg.Wait()
	println(n)
}
