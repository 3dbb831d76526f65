package main

import "fmt"

func listen(events chan string, done chan bool) {
	defer func() { done <- true }()
	defer close(events)
	fmt.Println("got", <-events)
}

func notify(events chan string, event string) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("recovered:", e)
		}
	}()
	select {
	case events <- event:
		fmt.Println("sent", event)
	default:
		fmt.Println("skipped", event)
	}
}

func main() {
	events := make(chan string, 1)
	done := make(chan bool)
	notify(events, "open")
	notify(events, "busy")
	go listen(events, done)
	<-done
	notify(events, "late")
	close(events)
	fmt.Println("closed")
}
