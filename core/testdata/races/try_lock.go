// A TryLock that succeeds orders like Lock.
package main

import (
	"runtime"
	"sync"
)

var (
	mu sync.Mutex
	n  int
)

func main() {
	done := make(chan bool)
	go func() { mu.Lock(); n++; mu.Unlock(); done <- true }()
	for !mu.TryLock() {
		runtime.Gosched()
	}
	n++
	mu.Unlock()
	<-done
}
