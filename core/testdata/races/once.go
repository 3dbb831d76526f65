// What Once did is known to all that called Do.
package main

import (
	"sync"
)

var (
	once sync.Once
	x    int
)

func main() {
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); once.Do(func() { x = 1 }); println(x) }()
	}
	wg.Wait()
}
