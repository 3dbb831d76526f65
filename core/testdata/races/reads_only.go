// Reads do not race with reads.
package main

import (
	"sync"
)

var x int

func main() {
	x = 5
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); println(x) }()
	}
	wg.Wait()
}
