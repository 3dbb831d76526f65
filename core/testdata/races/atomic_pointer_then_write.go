// And one that is written on.
package main

import (
	"runtime"
	"sync/atomic"
)

type config struct{ a int }

var v atomic.Pointer[config]

func main() {
	go func() { c := &config{1}; v.Store(c); c.a = 2 }()
	for v.Load() == nil {
		runtime.Gosched()
	}
	println(v.Load().a)
}
