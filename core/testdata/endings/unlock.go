// Unlocking a mutex that nobody holds: no recover sees it.
package main

import (
	"sync"
)

func main() {
	defer func() { println(recover() == nil) }()
	var mu sync.Mutex
	mu.Lock()
	mu.Unlock()
	mu.Unlock()
}
