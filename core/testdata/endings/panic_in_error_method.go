package main

import "fmt"

type E struct{ m map[string]int }

func (e E) Error() string { return e.text() }

func (e E) text() string {
	e.m["x"] = 1
	return fmt.Sprint(e.m)
}

func main() {
	defer fmt.Println("deferred")
	f()
}

func f() {
	panic(E{})
}
