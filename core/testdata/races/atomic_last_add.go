// Who adds last knows what the others did.
package main

import (
	"sync"
	"sync/atomic"
)

var (
	a [2]int
	n atomic.Int64
)

func main() {
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			a[i] = 1
			if n.Add(1) == 2 {
				println(a[0] + a[1])
			}
		}()
	}
	wg.Wait()
}
