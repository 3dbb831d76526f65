package main

import (
	"fmt"
	"unsafe"
)

func add(stock map[string]int) {
	stock["pears"] = 5
	stock = nil
}

func main() {
	stock := map[string]int{"apples": 3}
	fmt.Println("bytes of the variable:", unsafe.Sizeof(stock))
	add(stock)
	fmt.Println("kinds of fruit:", len(stock))
}
