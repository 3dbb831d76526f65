// What comes after Done does not.
package main

import (
	"sync"
)

var x int

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { wg.Done(); x = 1 }()
	wg.Wait()
	println(x)
}
