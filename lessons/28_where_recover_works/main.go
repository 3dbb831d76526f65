package main

import "fmt"

var stock map[string]int // nobody makes it

func direct() map[string]int {
	defer func() { fmt.Println("direct:", recover()) }()
	stock["figs"] = 9
	return stock
}

func bare() {
	defer recover()
	stock["figs"] = 9
}

func rescue() any { return recover() }

func nested() {
	defer func() { fmt.Println("nested:", rescue()) }()
	stock["figs"] = 9
	defer fmt.Println("never registered")
}

func caller(name string, f func()) {
	defer func() { fmt.Println("caller of", name, "recovers:", recover()) }()
	f()
}

func main() {
	defer func() { fmt.Println("main recovers:", recover()) }()
	direct()
	caller("bare", bare)
	caller("nested", nested)
	go nested()
	select {}
}
