// Collections from several goroutines, and what ReadMemStats counts.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
)

type node struct {
	next *node
	pad  [100]int
}

var kept *node

//go:noinline
func grow(n int) {
	for i := 0; i < n; i++ {
		kept = &node{next: kept}
	}
}

func stats() (s runtime.MemStats) {
	runtime.ReadMemStats(&s)
	return s
}

func main() {
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(-1), debug.SetGCPercent(100))
	before := stats()
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 3 {
				runtime.GC()
			}
		}()
	}
	wg.Wait()
	after := stats()
	fmt.Println("collections", after.NumGC > before.NumGC+2, after.NumForcedGC > before.NumForcedGC+2)
	runtime.GC()
	before = stats()
	grow(1000)
	after = stats()
	fmt.Println("allocated", after.Mallocs-before.Mallocs >= 1000, after.TotalAlloc-before.TotalAlloc >= 800000)
	runtime.GC()
	after = stats()
	fmt.Println("kept", after.HeapObjects-before.HeapObjects >= 1000, after.HeapAlloc >= before.HeapAlloc+800000)
	kept = nil
	debug.FreeOSMemory()
	last := stats()
	fmt.Println("freed", last.Frees-after.Frees >= 1000, last.HeapAlloc+800000 <= after.HeapAlloc)
	fmt.Println(last.HeapInuse >= last.HeapAlloc, last.HeapSys >= last.HeapInuse, last.Sys >= last.HeapSys, last.EnableGC)
	for i := 0; i < 400; i++ {
		garbage := make([]byte, 100<<10)
		garbage[i] = 1
	}
	fmt.Println("by itself", stats().NumGC > last.NumGC)
}
