// A map as it should be shared.
package main

import (
	"sync"
)

var mu sync.Mutex

func main() {
	m := map[int]int{}
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); mu.Lock(); m[i]++; delete(m, 7); mu.Unlock() }()
	}
	wg.Wait()
	println(len(m))
}
