package main

import "fmt"

var subs = map[string]chan string{}

func listen(who string, done chan bool) {
	defer func() { done <- true }()
	defer close(subs[who])
	fmt.Println("got", <-subs[who])
}

func notify(name, event string) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("recovered:", e)
		}
	}()
	select {
	case subs[name] <- event:
		fmt.Println("sent", event)
	default:
		fmt.Println("skipped", event)
	}
}

func main() {
	done := make(chan bool)
	subs["ann"] = make(chan string, 1)
	notify("ann", "open")
	notify("ann", "busy")
	go listen("ann", done)
	<-done
	notify("ann", "late")
	close(subs["ann"])
	fmt.Println("closed")
}
