package main

import "sync"

var (
	prices map[string]int
	open   bool
)

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		prices = map[string]int{"tea": 3}
		open = true
	}()
	go func() {
		defer wg.Done()
		if open {
			prices["tea"]++
		}
	}()
	wg.Wait()
	println("tea:", prices["tea"])
}
