package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

type order struct {
	fruit string
	count int
}

func place(tasks map[string]func(), done func()) {
	o := &order{"figs", 2}
	runtime.SetFinalizer(o, func(o *order) {
		fmt.Println("gone:", o.fruit)
	})
	tasks["pay"] = func() {
		fmt.Println("paid:", o.count, o.fruit)
		done()
	}
}

func collect(when string) {
	runtime.GC()
	time.Sleep(10 * time.Millisecond)
	fmt.Println("collected", when)
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	tasks := map[string]func(){}
	place(tasks, wg.Done)
	collect("with the task in the map")
	delete(tasks, "pay")
	collect("without it")
	fmt.Println("tasks left:", len(tasks))
	wg.Wait()
}
