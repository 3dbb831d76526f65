// Two writers of different keys: the map itself races.
package main

import (
	"sync"
)

func main() {
	m := map[int]int{}
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); m[i] = i }()
	}
	wg.Wait()
}
