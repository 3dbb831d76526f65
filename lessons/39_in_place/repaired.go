package main

import (
	"fmt"
	"sync/atomic"
)

var prices atomic.Value // a map[string]int that nobody changes

func main() {
	prices.Store(map[string]int{"apples": 3, "figs": 9})
	today := prices.Load().(map[string]int)
	total := make(chan int)
	go func() {
		sum := 0
		for _, price := range today {
			sum += price
		}
		total <- sum
	}()
	tomorrow := map[string]int{}
	for fruit, price := range prices.Load().(map[string]int) {
		tomorrow[fruit] = price
	}
	tomorrow["figs"] = 5
	prices.Store(tomorrow)
	fmt.Println("today:", <-total)
}
