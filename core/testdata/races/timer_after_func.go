// Starting a timer comes before it goes off.
package main

import (
	"time"
)

var x int

func main() {
	done := make(chan bool)
	x = 1
	time.AfterFunc(time.Millisecond, func() { println(x); done <- true })
	<-done
}
