package main

import (
	"fmt"
	"runtime"
)

var cache = map[any]string{}

func put(key any, value string) {
	defer func() {
		if err := recover(); err != nil {
			fmt.Println(err)
		}
	}()
	cache[key] = value
}

func main() {
	put(1000, "an int")
	put(int64(1000), "an int64")
	put([]int{1, 2}, "a slice")
	put([]byte("a"), "bytes")
	put([2]int{1, 2}, "an array")
	runtime.GC()
	x, y := 1000, int64(1000)
	fmt.Println(len(cache), "keys:", cache[x], cache[y], cache[[2]int{1, 2}])
}
