// Each goroutine has its own element.
package main

import (
	"sync"
)

func main() {
	s := make([]int, 4)
	var wg sync.WaitGroup
	for i := range s {
		wg.Add(1)
		go func() { defer wg.Done(); s[i] = i }()
	}
	wg.Wait()
	println(s[3])
}
