// A store that is loaded orders.
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
	go func() { x = 1; flag.Store(true) }()
	for !flag.Load() {
		runtime.Gosched()
	}
	println(x)
}
