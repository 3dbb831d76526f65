// The same misuses without unsafe: they need a schedule.
package main

import "sync"

var wg sync.WaitGroup

func main() {
	wg.Add(1)
	go wg.Done()
	go wg.Add(1)
	wg.Wait()
}
