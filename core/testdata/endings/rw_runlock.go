// Giving back a read lock that nobody has.
package main

import (
	"sync"
)

func main() {
	var mu sync.RWMutex
	mu.RUnlock()
}
