// Every Done comes before Wait returns.
package main

import (
	"sync"
)

var x, y int

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() { x = 1; wg.Done() }()
	go func() { y = 1; wg.Done() }()
	wg.Wait()
	println(x, y)
}
