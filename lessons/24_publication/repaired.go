package main

import (
	"sync"
	"sync/atomic"
)

var (
	prices map[string]int
	open   atomic.Bool
)

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		prices = map[string]int{"tea": 3}
		open.Store(true)
	}()
	go func() {
		defer wg.Done()
		if open.Load() {
			prices["tea"]++
		}
	}()
	wg.Wait()
	println("tea:", prices["tea"])
}
