package main

import (
	"fmt"
	"sync"
)

var (
	mu    sync.RWMutex
	votes = map[string]int{"yes": 1}
	wg    sync.WaitGroup
)

func look() {
	defer wg.Done()
	mu.RLock()
	defer mu.RUnlock()
	_ = votes["yes"]
}

func vote() {
	defer wg.Done()
	mu.Lock()
	defer mu.Unlock()
	votes["yes"]++
}

func main() {
	wg.Add(4)
	go look()
	go look()
	go vote()
	go vote()
	wg.Wait()
	fmt.Println("yes:", votes["yes"])
}
