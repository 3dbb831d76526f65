// A timer with a channel.
package main

import (
	"time"
)

var x int

func main() {
	x = 1
	c := time.After(time.Millisecond)
	done := make(chan bool)
	go func() { <-c; println(x); done <- true }()
	<-done
}
