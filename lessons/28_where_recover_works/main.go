package main

import "fmt"

var stock map[string]int // still nil

func bare() {
	defer recover()
	stock["figs"] = 9
}

func caller(f func()) {
	defer func() {
		fmt.Println("caller:", recover())
	}()
	f()
}

func rescue() any { return recover() }

func nested() {
	defer func() {
		fmt.Println("nested:", rescue())
	}()
	stock["figs"] = 9
	defer fmt.Println("never registered")
}

func direct() map[string]int {
	defer func() {
		fmt.Println("direct:", recover())
	}()
	stock["figs"] = 9
	return stock
}

func main() {
	defer func() {
		fmt.Println("main:", recover())
	}()
	caller(bare)
	caller(nested)
	direct()
	go nested()
	select {}
}
