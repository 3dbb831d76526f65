package main

import (
	"fmt"
	"runtime"
)

type session struct {
	user string
	page [64]byte
}

var open = map[string]int{"guest": 1}

func start(user string) {
	s := &session{user: user}
	open[s.user] = 1
	runtime.SetFinalizer(s, func(s *session) {
		fmt.Println("closing", s.user)
		delete(open, s.user)
	})
}

func main() {
	defer func() {
		fmt.Println("recovered:", recover())
	}()
	start("ann")
	runtime.GC()
	for len(open) > 1 {
		open["guest"]++
	}
	fmt.Println("all sessions are gone")
}
