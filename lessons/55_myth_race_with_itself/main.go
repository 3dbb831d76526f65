package main

import "fmt"

func main() {
	stock := map[string]int{"apples": 3, "pears": 5}
	defer fmt.Println("early:", stock["apples"])
	defer func() {
		fmt.Println("late:", stock["apples"])
	}()
	delete(stock, "apples")
	fmt.Println("kinds of fruit:", len(stock))
}
