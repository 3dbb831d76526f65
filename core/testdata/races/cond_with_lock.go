// A condition as it should be used.
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
	go func() { mu.Lock(); ready = true; x = 1; mu.Unlock(); c.Signal() }()
	mu.Lock()
	for !ready {
		c.Wait()
	}
	mu.Unlock()
	println(x)
}
