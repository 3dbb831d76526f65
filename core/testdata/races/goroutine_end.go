// The end of a goroutine orders nothing, and neither does sleeping.
package main

import (
	"time"
)

var x int

func main() {
	go func() { x = 1 }()
	time.Sleep(10 * time.Millisecond)
	println(x)
}
