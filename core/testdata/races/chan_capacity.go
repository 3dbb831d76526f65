// A channel with one slot is a lock: the k-th receive comes before the k+1-th send is done.
package main

import (
	"sync"
)

var n int

func main() {
	limit := make(chan int, 1)
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			limit <- 1
			n++
			<-limit
		}()
	}
	wg.Wait()
	println(n)
}
