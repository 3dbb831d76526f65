// Two goroutines that wait for ever.
package main

import (
	"sync"
)

func wait(wg *sync.WaitGroup) { wg.Wait() }

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	mu.Lock()
	wg.Add(1)
	go func(n int) {
		wait(&wg)
	}(7)
	mu.Lock()
}
