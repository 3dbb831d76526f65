// Two goroutines count without a lock.
package main

import (
	"sync"
)

var n int

func main() {
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); n++ }()
	}
	wg.Wait()
	println(n)
}
