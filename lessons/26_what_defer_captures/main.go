package main

import (
	"fmt"
	"sync"
)

func closeShop() {
	stock := map[string]int{"apples": 5, "pears": 1}
	defer fmt.Println("argument:", stock["apples"])
	defer func() {
		fmt.Println("closure:", stock["apples"])
	}()
	defer func(m map[string]int) {
		m["figs"] = 9
		pears, ok := m["pears"]
		fmt.Println("old map:", len(m), pears, ok)
	}(stock)

	delete(stock, "pears")
	stock = map[string]int{"apples": 100}
}

func closeTill() {
	var open sync.Map
	open.Store("ann", 1)
	defer func() {
		fmt.Println(open.Load("ann"))
	}()
	defer open.Delete("ann")
}

func main() {
	closeShop()
	closeTill()
}
