package main

import (
	"fmt"
	"sync"
)

func main() {
	stock := map[string]int{"apples": 3, "pears": 5}
	var mu sync.Mutex
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		mu.Lock()
		defer mu.Unlock()
		stock["plums"] = 7
	}()
	go func() {
		defer wg.Done()
		mu.Lock()
		defer mu.Unlock()
		stock["figs"] = 9
	}()
	wg.Wait()
	fmt.Println("kinds of fruit:", len(stock))
}
