// A sync.Map may be used by all.
package main

import (
	"sync"
)

func main() {
	var m sync.Map
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); m.Store(i, i); m.Load(0); m.Delete(i) }()
	}
	wg.Wait()
}
