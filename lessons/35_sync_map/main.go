package main

import (
	"fmt"
	"sync"
)

func main() {
	var stock sync.Map
	stock.Store("apples", 3)
	stock.Store("pears", 5)
	fmt.Println(stock.Load("apples"))
	fmt.Println(stock.Load("plums"))
	for price := 1; price <= 5; price++ {
		stock.Store("apples", price)
	}
	fmt.Println(stock.Load("apples"))
	stock.Delete("pears")
	fmt.Println(stock.Load("pears"))
	stock.Store("plums", 7)

	done := make(chan bool)
	go func() {
		stock.Store("figs", 9)
		done <- true
	}()
	<-done
	figs, ok := stock.Load("figs")
	fmt.Println("figs:", figs, ok)
}
