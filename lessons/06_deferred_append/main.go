package main

import "fmt"

// The receipt of the day; the last sale is added on the way out.
func closeShop(forget bool) {
	sales := map[string][]int{"apple": {3}}
	defer func() {
		fmt.Println("pears:", sales["pear"], "recovered:", recover())
	}()
	defer func() {
		sales["apple"] = append(sales["apple"], 5)
		fmt.Println("apples:", sales["apple"])
	}()
	if forget {
		sales = nil // no longer needed, is it?
	}
}

// The same, but the deferred function gets the map as an argument.
func closeWithArgument(forget bool) {
	sales := map[string][]int{"apple": {3}}
	defer func(m map[string][]int) {
		m["apple"] = append(m["apple"], 5)
		fmt.Println("apples:", m["apple"])
	}(sales)
	if forget {
		sales = nil
	}
}

func main() {
	closeShop(false)
	closeWithArgument(true)
	closeShop(true)
	fmt.Println("main goes on")
}
