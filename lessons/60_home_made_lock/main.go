package main

import "sync"

var (
	stock    = map[string]int{"cake": 1}
	ann, bob bool // who wants the cake
)

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		ann = true
		if !bob {
			stock["cake"]--
		}
	}()
	go func() {
		defer wg.Done()
		bob = true
		if !ann {
			stock["cake"]--
		}
	}()
	wg.Wait()
	println("cake:", stock["cake"])
}
