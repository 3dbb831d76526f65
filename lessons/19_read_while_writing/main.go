package main

import (
	"fmt"
	"sync"
)

var prices map[string]int
var wg sync.WaitGroup

func ask(guest int) {
	defer wg.Done()
	defer func() {
		fmt.Println("guest", guest, "recovered:", recover())
	}()
	_ = prices["tea"]
}

func main() {
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		prices["tea"] = 3
	}()
	prices = map[string]int{"tea": 3, "cake": 4}
	wg.Add(3)
	go ask(1)
	go ask(2)
	go ask(3)
	fmt.Println("no more cake")
	delete(prices, "cake")
	wg.Wait()
}
