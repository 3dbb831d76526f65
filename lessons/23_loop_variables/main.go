package main

import (
	"fmt"
	"sync"
)

func main() {
	stock := map[string]int{"apples": 3, "pears": 5, "plums": 7}
	counted := map[string]bool{}
	start := make(chan bool)
	var mu sync.Mutex
	var wg sync.WaitGroup
	for fruit := range stock {
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-start
			mu.Lock()
			defer mu.Unlock()
			counted[fruit] = true
		}()
	}
	close(start)
	wg.Wait()
	fmt.Println("kinds counted:", len(counted))
}
