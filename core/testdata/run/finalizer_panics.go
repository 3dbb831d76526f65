// A panic in a finalizer: nobody recovers it, main's deferred calls do not run.
package main

import (
	"fmt"
	"runtime"
	"time"
)

type session struct {
	name string
	hits map[string]int
}

//go:noinline
func open(name string) {
	s := &session{name: name}
	runtime.SetFinalizer(s, func(s *session) { s.hits["closed"]++ })
}

func main() {
	defer fmt.Println("deferred by main: never printed")
	defer func() { fmt.Println("recover in main:", recover()) }()
	open("a")
	fmt.Println("before")
	for i := 0; i < 100; i++ {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	fmt.Println("never printed")
}
