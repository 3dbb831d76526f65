package main

import "fmt"

func main() {
	stock := make(map[string]int, 9)
	stock["apples"] = 3
	stock["figs"] = 9
	stock["pears"] = 5
	for day := 1; day <= 2; day++ {
		fmt.Print("day ", day, ": ")
		for fruit := range stock {
			fmt.Print(fruit, " ")
			stock[fruit]--
		}
		fmt.Println("sold")
	}
	fmt.Println("pears left:", stock["pears"])
}
