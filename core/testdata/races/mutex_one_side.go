// Not with somebody who does not lock it.
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
	go func() { mu.Lock(); n++; mu.Unlock(); done <- true }()
	n++
	<-done
}
