package main

import "fmt"

func main() {
	price := make(map[int]int, 26)
	for item := 1; item <= 27; item++ {
		price[item] = 10 * item
	}
	fmt.Println("item 1:", price[1])
	fmt.Println("item 2:", price[2])
	price[2] = 25
	fmt.Println("item 2:", price[2], "of", len(price))
}
