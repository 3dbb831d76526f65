// Sleeping longer is no synchronisation.
package main

import (
	"time"
)

var x int

func main() {
	go func() {
		time.Sleep(20 * time.Millisecond)
		x = 1
	}()
	time.Sleep(40 * time.Millisecond)
	println(x)
}
