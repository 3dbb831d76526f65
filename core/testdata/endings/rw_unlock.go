// Unlocking an RWMutex that nobody holds.
package main

import (
	"sync"
)

func main() {
	var mu sync.RWMutex
	mu.Unlock()
}
