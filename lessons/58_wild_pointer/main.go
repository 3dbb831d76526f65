package main

import (
	"fmt"
	"unsafe"
)

var shelves = map[string]*int{}

func sell(fruit string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(fruit, "recovered:", r)
		}
	}()
	*shelves[fruit]--
	fmt.Println(fruit, "left:", *shelves[fruit])
}

func main() {
	figs := 2
	shelves["figs"] = &figs
	sell("figs")
	sell("plums")
	wild := uintptr(0x123456000)
	shelves["pears"] = *(**int)(unsafe.Pointer(&wild))
	sell("pears")
}
