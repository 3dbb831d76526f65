package main

import (
	"fmt"
	"sync"
)

var log = map[string]int{}

func process(order string, wg *sync.WaitGroup) {
	defer func() {
		wg.Wait()
		log[order] = 1
	}()
	wg.Add(1)
	go func() {
		defer wg.Done()
		log["audit"] = 2
	}()
	fmt.Println("processing", order)
}

func main() {
	var wg sync.WaitGroup
	process("tea", &wg)
	wg.Wait()
	fmt.Println("entries:", len(log))
}
