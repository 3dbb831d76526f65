// A variable for each iteration, since Go 1.22.
package main

import (
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); println(i) }()
	}
	wg.Wait()
}
