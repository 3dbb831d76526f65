package main

import (
	"fmt"
	"runtime"
)

func put(cache map[any]string, key any, value string) {
	defer func() {
		if err := recover(); err != nil {
			fmt.Println(err)
		}
	}()
	cache[key] = value
}

func main() {
	cache := map[any]string{}
	put(cache, 1000, "an int")
	put(cache, int64(1000), "an int64")
	put(cache, []int{1, 2}, "a slice")
	put(cache, []byte("a"), "bytes")
	put(cache, [2]int{1, 2}, "an array")
	runtime.GC()
	x, y := 1000, int64(1000)
	fmt.Println(len(cache), "keys:", cache[x], cache[y], cache[[2]int{1, 2}])
}
