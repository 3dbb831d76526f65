// Readers and writers under an RWMutex.
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
		wg.Add(2)
		go func() { defer wg.Done(); mu.RLock(); println(n); mu.RUnlock() }()
		go func() { defer wg.Done(); mu.Lock(); n++; mu.Unlock() }()
	}
	wg.Wait()
}
