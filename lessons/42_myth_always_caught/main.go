package main

import "fmt"

func main() {
	stock := map[string]int{"apples": 3}
	done := make(chan bool)
	go func() {
		stock["plums"] = 7
		done <- true
	}()
	stock["figs"] = 9
	for range stock {
	}
	<-done
	fmt.Println("kinds of fruit:", len(stock))
}
