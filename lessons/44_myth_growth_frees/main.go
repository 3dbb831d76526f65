package main

import (
	"fmt"
	"runtime"
)

func main() {
	m := map[int]int{}
	for n := 0; n < 8; n++ {
		m[n] = 1
	}
	old, total := 0, 0
	for n := range m {
		total++
		if n < 8 {
			old++
		}
		if total == 1 {
			m[100] = 1 // the ninth entry: the map grows
			runtime.GC()
		}
	}
	fmt.Println("old keys seen:", old)
	fmt.Println("at most one more:", total <= 9)
}
