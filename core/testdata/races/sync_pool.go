// Put comes before a Get that gives the object.
package main

import (
	"sync"
)

var pool = sync.Pool{New: func() any { return new([4]int) }}

func main() {
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			b := pool.Get().(*[4]int)
			b[0]++
			pool.Put(b)
		}()
	}
	wg.Wait()
}
