// A Store comes before a Load that sees it.
package main

import (
	"runtime"
	"sync"
)

var x int

func main() {
	var m sync.Map
	go func() { x = 1; m.Store(1, 1) }()
	for {
		if _, ok := m.Load(1); ok {
			break
		}
		runtime.Gosched()
	}
	println(x)
}
