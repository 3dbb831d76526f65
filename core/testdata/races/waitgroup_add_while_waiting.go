// A first Add that is not ordered with a Wait is a misuse, told as a race.
package main

import (
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	done := make(chan bool)
	go func() {
		time.Sleep(10 * time.Millisecond)
		wg.Done()
		wg.Add(1)
		wg.Done()
		done <- true
	}()
	func() {
		defer func() { recover() }()
		wg.Wait()
	}()
	<-done
}
