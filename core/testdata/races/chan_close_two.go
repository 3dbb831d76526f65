// Closing lets all go who wait, and all of them know.
package main

import (
	"sync"
)

var x int

func main() {
	c := make(chan int)
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); <-c; println(x) }()
	}
	x = 1
	close(c)
	wg.Wait()
}
