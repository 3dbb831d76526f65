// More Done than Add: a panic with a string.
package main

import (
	"sync"
)

func main() {
	var wg sync.WaitGroup
	defer func() {
		r := recover()
		println(r.(string))
		panic(r)
	}()
	wg.Add(1)
	wg.Done()
	wg.Done()
}
