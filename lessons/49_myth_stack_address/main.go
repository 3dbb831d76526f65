package main

import (
	"fmt"
	"runtime"
)

func fill(ages map[string]*int) {
	age := 41
	ages["ann"] = &age
	age++
}

func main() {
	ages := map[string]*int{}
	fill(ages)
	runtime.GC()
	fmt.Println("by address:", *ages["ann"])

	age := 41
	copies := map[string]int{}
	copies["ann"] = age
	age++
	fmt.Println("by value:", copies["ann"], "the variable:", age)
}
