package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var prices atomic.Value // a map[string]int that nobody changes
var mu sync.Mutex       // one writer at a time

func set(fruit string, price int) {
	mu.Lock()
	defer mu.Unlock()
	old := prices.Load().(map[string]int)
	next := map[string]int{fruit: price}
	for f, p := range old {
		next[f] = p
	}
	prices.Store(next)
}

func main() {
	prices.Store(map[string]int{"apples": 3})
	before := prices.Load().(map[string]int)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		set("figs", 9)
	}()
	set("plums", 7)
	wg.Wait()
	after := prices.Load().(map[string]int)
	fmt.Println("before:", len(before), "after:", len(after))
	defer func() { fmt.Println("recovered:", recover()) }()
	prices.Store("sold out")
}
