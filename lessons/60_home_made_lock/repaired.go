package main

import (
	"sync"
	"sync/atomic"
)

var (
	stock    = map[string]int{"cake": 1}
	ann, bob atomic.Bool // who wants the cake
)

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		ann.Store(true)
		if !bob.Load() {
			stock["cake"]--
		}
	}()
	go func() {
		defer wg.Done()
		bob.Store(true)
		if !ann.Load() {
			stock["cake"]--
		}
	}()
	wg.Wait()
	println("cake:", stock["cake"])
}
