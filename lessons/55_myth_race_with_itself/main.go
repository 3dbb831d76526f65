package main

import "fmt"

func main() {
	stock := map[string]int{"apples": 3, "pears": 5}
	defer func() {
		fmt.Println("apples, read at the end:", stock["apples"])
	}()
	delete(stock, "apples")
	fmt.Println("kinds of fruit:", len(stock))
}
