// What comes after Unlock is not ordered.
package main

import (
	"sync"
)

var (
	mu sync.Mutex
	n  int
)

func main() {
	done := make(chan bool)
	go func() { mu.Lock(); mu.Unlock(); n++; done <- true }()
	mu.Lock()
	mu.Unlock()
	n++
	<-done
}
