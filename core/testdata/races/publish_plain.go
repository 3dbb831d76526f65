// Published through a plain variable.
package main

import (
	"runtime"
)

type config struct{ a int }

var c *config

func main() {
	go func() { c = &config{1} }()
	for i := 0; i < 100; i++ {
		if p := c; p != nil {
			println(p.a)
			break
		}
		runtime.Gosched()
	}
}
