package main

import (
	"fmt"
	"runtime"
)

func main() {
	n := runtime.GOMAXPROCS(0)
	fmt.Println(n == runtime.NumCPU(), runtime.GOMAXPROCS(4) == n)
	fmt.Println(runtime.GOMAXPROCS(-1), runtime.GOMAXPROCS(1), runtime.GOMAXPROCS(1), runtime.GOMAXPROCS(100), runtime.GOMAXPROCS(0))
	runtime.GOMAXPROCS(1)
	done := false
	go func() { done = true }()
	for !done {
		runtime.Gosched()
	}
	fmt.Println(runtime.NumGoroutine())
	runtime.LockOSThread()
	runtime.UnlockOSThread()
	go func() { fmt.Println("child") }()
	runtime.Gosched()
	fmt.Println("main")
}
