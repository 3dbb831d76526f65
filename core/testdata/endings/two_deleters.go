// Two that delete; the schedule decides who notices.
package main

import "sync"

func main() {
	m := map[int]int{1: 1, 2: 2, 3: 3}
	var wg sync.WaitGroup
	wg.Add(2)
	for i := 0; i < 2; i++ {
		go func() {
			delete(m, i+1)
			wg.Done()
		}()
	}
	wg.Wait()
}
