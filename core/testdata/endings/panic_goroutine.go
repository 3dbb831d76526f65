// A panic in another goroutine ends the process.
package main

import (
	"sync"
)

func worker(wg *sync.WaitGroup, m map[string]int) {
	defer wg.Done()
	m["a"]++
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go worker(&wg, map[string]int(nil))
	wg.Wait()
}
