package main

import (
	"fmt"
	"unsafe"
)

func restock(m map[int]string) {
	for shelf := 1; shelf <= 9; shelf++ {
		m[shelf] = "figs"
	}
	m = nil
}

func main() {
	stock := map[int]string{1: "apples"}
	alias := stock
	alias[1] = "pears"
	fmt.Println("stock sees", stock[1])
	restock(stock)
	fmt.Println("stock has", len(stock), "and alias", len(alias))
	fmt.Println("a map variable has", unsafe.Sizeof(stock), "bytes")

	type price struct{ cents int }
	today := price{cents: 120}
	prices := map[string]price{"figs": today}
	today.cents = 90
	fmt.Println("the map says", prices["figs"].cents)
}
