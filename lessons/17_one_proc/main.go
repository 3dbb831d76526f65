package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	runtime.GOMAXPROCS(1)
	jobs := map[int]string{}
	for id := range 4 {
		jobs[id] = "old"
	}
	var wg sync.WaitGroup
	for id := 4; id < 14; id++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() {
				jobs[id] = "done"
			}()
		}()
	}
	wg.Wait()
	fmt.Println("jobs:", len(jobs))
}
