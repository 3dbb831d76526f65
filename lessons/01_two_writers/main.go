package main

import (
	"fmt"
	"sync"
)

func main() {
	stock := map[string]int{"apples": 3, "pears": 5}
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		stock["apples"] = 4
	}()
	go func() {
		defer wg.Done()
		stock["pears"] = 6
	}()
	wg.Wait()
	fmt.Println("apples", stock["apples"], "pears", stock["pears"])
}
