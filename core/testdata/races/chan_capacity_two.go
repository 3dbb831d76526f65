// With two slots it lets two in.
package main

import (
	"sync"
)

var n int

func main() {
	limit := make(chan int, 2)
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
