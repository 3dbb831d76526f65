// Goexit under way, a deferred call panics and recovers, then another panics.
package main

import (
	"runtime"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() { println("last", recover() == nil) }()
		defer func() {
			defer func() { println("inner", recover().(string)) }()
			panic("caught")
		}()
		runtime.Goexit()
	}()
	wg.Wait()
	defer func() { panic("uncaught") }()
	runtime.Goexit()
}
