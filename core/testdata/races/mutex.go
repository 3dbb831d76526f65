// A mutex orders what is done while it is locked.
package main

import (
	"sync"
)

var (
	mu sync.Mutex
	n  int
)

func main() {
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			n++
		}()
	}
	wg.Wait()
	println(n)
}
