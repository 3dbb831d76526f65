package main

import (
	"fmt"
	"sync"
)

var (
	mu      sync.Mutex
	once    sync.Once
	checked map[string]int
	made    map[string]int
)

func visit(page string) {
	once.Do(func() {
		checked = make(map[string]int)
		made = make(map[string]int)
	})
	mu.Lock()
	defer mu.Unlock()
	checked[page] = 1
	made[page] = 1
}

func main() {
	var wg sync.WaitGroup
	for _, page := range []string{"home", "shop"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			visit(page)
		}()
	}
	wg.Wait()
	fmt.Println("checked:", len(checked), "once:", len(made))
}
