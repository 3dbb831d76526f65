package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	runtime.GOMAXPROCS(1)
	jobs := make(map[int]string)
	var wg sync.WaitGroup
	for id := 1; id <= 10; id++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { jobs[id] = "done" }()
		}()
	}
	wg.Wait()
	fmt.Println("jobs:", len(jobs))
}
