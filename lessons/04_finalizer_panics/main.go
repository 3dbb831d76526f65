package main

import (
	"fmt"
	"runtime"
	"time"
)

type session struct {
	user  string
	pages map[string]int
}

var staying = map[string]*session{}

func open(user string) *session {
	s := &session{user: user}
	runtime.SetFinalizer(s, func(s *session) {
		fmt.Println("closing", s.user)
		s.pages["closed"]++
	})
	return s
}

func greet(user string) {
	s := open(user)
	fmt.Println("hello", s.user)
}

func main() {
	defer func() {
		fmt.Println("recovered:", recover())
	}()
	greet("ann")
	staying["bob"] = open("bob")
	runtime.GC()
	time.Sleep(100 * time.Millisecond)
	fmt.Println("never printed")
}
