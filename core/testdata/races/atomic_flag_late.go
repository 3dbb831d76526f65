// What comes after the store is not ordered.
package main

import (
	"runtime"
	"sync/atomic"
)

var (
	x    int
	flag atomic.Bool
)

func main() {
	go func() { flag.Store(true); x = 1 }()
	for !flag.Load() {
		runtime.Gosched()
	}
	println(x)
}
