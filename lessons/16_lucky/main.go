package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var stock = map[string]int{"apples": 3, "pears": 5}
var here atomic.Int32
var wg sync.WaitGroup

func add(fruit string, n int) {
	defer wg.Done()
	here.Add(1)
	for i := 0; i < 10000 && here.Load() < 2; i++ {
	} // give the other one a moment to come
	stock[fruit] = n
}

func main() {
	wg.Add(2)
	go add("plums", 7)
	go add("figs", 9)
	wg.Wait()
	fmt.Println("kinds:", len(stock))
	fmt.Println("plums:", stock["plums"], "figs:", stock["figs"])
}
