// Not to somebody who did not.
package main

import (
	"sync"
)

var (
	once sync.Once
	x    int
)

func main() {
	done := make(chan bool)
	go func() { once.Do(func() { x = 1 }); done <- true }()
	println(x)
	<-done
}
