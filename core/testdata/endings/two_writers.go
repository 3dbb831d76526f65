// Two writers whose toggles of hashWriting cancel each other; the schedule decides who notices.
package main

import "sync"

func main() {
	m := map[int]int{1: 1}
	var wg sync.WaitGroup
	wg.Add(2)
	for i := 0; i < 2; i++ {
		go func() {
			m[1] = i
			wg.Done()
		}()
	}
	wg.Wait()
}
