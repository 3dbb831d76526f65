// A writer knows what the readers before it did.
package main

import (
	"sync"
)

var (
	mu sync.RWMutex
	n  int
)

func main() {
	done := make(chan bool)
	mu.RLock()
	go func() { mu.Lock(); println(n); mu.Unlock(); done <- true }()
	n = 1
	mu.RUnlock()
	<-done
}
