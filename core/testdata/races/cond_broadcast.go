// All that wait.
package main

import (
	"sync"
)

var (
	mu    sync.Mutex
	ready bool
	x     int
)

func main() {
	c := sync.NewCond(&mu)
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			for !ready {
				c.Wait()
			}
			mu.Unlock()
			println(x)
		}()
	}
	mu.Lock()
	x, ready = 1, true
	mu.Unlock()
	c.Broadcast()
	wg.Wait()
}
