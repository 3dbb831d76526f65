package main

import "fmt"

func main() {
	stock := map[string]int{"apples": 3, "pears": 0, "plums": 7}
	for fruit, n := range stock {
		if n == 0 {
			delete(stock, fruit)
			stock["kiwis"] = 10
		} else {
			stock[fruit] = 10
		}
	}
	fmt.Println("stock:", stock)
}
