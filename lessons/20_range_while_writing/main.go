package main

import (
	"fmt"
	"sync"
)

var stock = map[string]int{"apples": 3, "pears": 5, "plums": 7}
var wg sync.WaitGroup

func count() {
	defer wg.Done()
	sum := 0
	for _, n := range stock {
		sum += n
	}
}

func deliver() {
	defer wg.Done()
	stock["apples"] = 4
	stock["pears"] = 6
}

func main() {
	wg.Add(2)
	go count()
	go deliver()
	wg.Wait()
	fmt.Println("counted")
}
