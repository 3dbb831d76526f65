package main

import (
	"fmt"
	"runtime"
)

type point struct{ x, y int }

func main() {
	places := map[any]string{point{3, 4}: "home"}
	again := any(point{3, 4})
	fmt.Println("equal point:", places[again])
	runtime.GC()
	fmt.Println("after a collection:", places[again])

	p, q := &point{3, 4}, &point{3, 4}
	places[p] = "office"
	_, ok := places[q]
	fmt.Println("other pointer, equal point:", ok)
}
