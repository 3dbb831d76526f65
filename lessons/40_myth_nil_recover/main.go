package main

import "fmt"

// Counts a visit; tells what went wrong instead of dying.
func count(visits map[int]int, page int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("recovered:", r)
		}
	}()
	fmt.Println("counting page", page)
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
	var visits map[int]int
	count(visits, 7)
	badDefer()
	fmt.Println("still alive")
}
