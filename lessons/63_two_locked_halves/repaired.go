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
	defer mu.Unlock()
	if _, taken := seats["A1"]; taken {
		return
	}
	fmt.Println("A1 is free")
	seats["A1"] = name
	tickets++
}

func main() {
	wg.Add(2)
	go book("ann")
	go book("bob")
	wg.Wait()
	fmt.Println("seats:", len(seats), "tickets:", tickets)
}
