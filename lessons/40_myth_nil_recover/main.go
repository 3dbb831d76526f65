package main

import "fmt"

// Counts a visit; tells what went wrong instead of dying.
func count(visits map[string]int, page string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("recovered:", r)
		}
	}()
	fmt.Println("counting", page)
	visits[page]++
}

// Sets its map to nil, and appends to it on the way out.
func badDefer() {
	defer func() {
		fmt.Println("recovered again:", recover())
	}()
	m := map[string][]int{"a": {1}}
	defer func() {
		m["a"] = append(m["a"], 99)
	}()
	m = nil
}

func main() {
	var visits map[string]int
	count(visits, "home")
	badDefer()
	fmt.Println("still alive")
}
