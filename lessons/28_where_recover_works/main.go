package main

import "fmt"

var stock map[string]int // still nil

func direct() map[string]int {
	defer func() {
		fmt.Println("direct:", recover())
	}()
	stock["figs"] = 9
	return stock
}

func bare() {
	defer recover()
	stock["figs"] = 9
}

func rescue() any { return recover() }

func nested() {
	defer func() {
		fmt.Println("nested:", rescue())
	}()
	stock["figs"] = 9
	defer fmt.Println("never registered")
}

func caller(f func()) {
	defer func() {
		fmt.Println("caller:", recover())
	}()
	f()
}

func main() {
	defer func() {
		fmt.Println("main:", recover())
	}()
	direct()
	caller(bare)
	caller(nested)
	go nested()
	select {}
}
