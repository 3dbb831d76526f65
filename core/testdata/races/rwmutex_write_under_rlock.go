// Readers are not ordered with each other.
package main

import (
	"sync"
)

var (
	mu sync.RWMutex
	n  int
)

func main() {
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); mu.RLock(); n++; mu.RUnlock() }()
	}
	wg.Wait()
}
