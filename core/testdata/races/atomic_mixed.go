// They race with a plain read.
package main

import (
	"sync/atomic"
)

var n int64

func main() {
	done := make(chan bool)
	go func() { atomic.AddInt64(&n, 1); done <- true }()
	println(n)
	<-done
}
