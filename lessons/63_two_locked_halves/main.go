package main

import (
	"fmt"
	"sync"
)

var (
	mu      sync.Mutex
	seats   = map[string]string{}
	tickets int
	wg      sync.WaitGroup
)

func book(name string) {
	defer wg.Done()
	mu.Lock()
	_, taken := seats["A1"]
	mu.Unlock()
	if taken {
		return
	}
	fmt.Println("A1 is free")
	mu.Lock()
	seats["A1"] = name
	tickets++
	mu.Unlock()
}

func main() {
	wg.Add(2)
	go book("ann")
	go book("bob")
	wg.Wait()
	fmt.Println("seats:", len(seats), "tickets:", tickets)
}
