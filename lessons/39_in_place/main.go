package main

import (
	"fmt"
	"sync/atomic"
)

var prices atomic.Value // a map[string]int

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
	tomorrow := prices.Load().(map[string]int)
	tomorrow["figs"] = 5
	fmt.Println("today:", <-total)
}
