// Add inside of the goroutine: Wait may come first.
package main

import (
	"sync"
)

var x int

func main() {
	var wg sync.WaitGroup
	done := make(chan bool)
	go func() { wg.Add(1); x++; wg.Done(); done <- true }()
	wg.Wait()
	<-done
}
