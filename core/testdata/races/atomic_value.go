// A snapshot that is published as it should be.
package main

import (
	"runtime"
	"sync/atomic"
)

type config struct{ a int }

var v atomic.Value

func main() {
	go func() { v.Store(&config{1}) }()
	for v.Load() == nil {
		runtime.Gosched()
	}
	println(v.Load().(*config).a)
}
