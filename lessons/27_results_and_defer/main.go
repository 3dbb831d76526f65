package main

import (
	"fmt"
	"unsafe"
)

func openShop() map[string]int {
	stock := make(map[string]int)
	defer func() {
		stock["figs"] = 9
		stock = nil
	}()
	stock["apples"] = 3
	return stock
}

func countKinds(stock map[string]int) (n int) {
	defer func() {
		fmt.Println("the deferred function sees n =", n)
		n *= 10
	}()
	return len(stock)
}

func main() {
	stock := openShop()
	fmt.Println("main has", stock)
	fmt.Println("main gets", countKinds(stock))
	year := make(map[string]int, 20)
	fmt.Println("a map of", len(year), "in", unsafe.Sizeof(year), "bytes")
}
