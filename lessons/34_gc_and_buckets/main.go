package main

import (
	"fmt"
	"runtime"
	"time"
)

type session struct {
	user string
	page [64]byte
}

func open(user string) {
	s := &session{user: user}
	runtime.SetFinalizer(s, func(s *session) {
		time.Sleep(50 * time.Millisecond)
		fmt.Println("closed", s.user)
	})
}

func main() {
	open("ann")
	prices := map[int]*int{}
	done := make(chan bool)
	go func() {
		runtime.GC()
		done <- true
	}()
	for shelf := 1; shelf <= 14; shelf++ {
		cents := shelf * 10
		prices[shelf] = &cents
	}
	<-done
	wrong := 0
	for shelf, cents := range prices {
		if *cents != shelf*10 {
			wrong++
		}
	}
	fmt.Println(len(prices), "prices,", wrong, "wrong")
	time.Sleep(200 * time.Millisecond)
}
