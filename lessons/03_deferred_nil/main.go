package main

import "fmt"

func visit(page string, guarded bool) {
	var seen map[string]bool
	if guarded {
		defer func() {
			fmt.Println("recovered:", recover())
		}()
	}
	defer func() {
		seen[page] = true
	}()
	fmt.Println("visiting", page)
}

func main() {
	visit("home", true)
	fmt.Println("main goes on")
	visit("about", false)
	fmt.Println("never printed")
}
