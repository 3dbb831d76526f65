// Two locks order nothing between them.
package main

import (
	"sync"
)

var (
	a, b sync.Mutex
	n    int
)

func main() {
	done := make(chan bool)
	go func() { a.Lock(); n++; a.Unlock(); done <- true }()
	b.Lock()
	n++
	b.Unlock()
	<-done
}
