package main

import (
	"fmt"
	"sync"
)

type shop map[string]int

func closeShop() {
	stock := shop{"apples": 5, "pears": 1}
	defer show("value:", stock["apples"])
	defer func() {
		show("closure:", stock["apples"])
	}()
	defer func(m shop) {
		m["figs"] = 9
		n, ok := m["pears"]
		fmt.Println("old map:", len(m), n, ok)
	}(stock)

	delete(stock, "pears")
	stock = shop{"apples": 100}
}

func show(who string, apples int) {
	fmt.Println(who, apples)
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
