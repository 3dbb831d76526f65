// What comes after starting it is not ordered.
package main

import (
	"time"
)

var x int

func main() {
	done := make(chan bool)
	time.AfterFunc(time.Millisecond, func() { x++; done <- true })
	x = 1
	<-done
}
