package main

import "fmt"

func count(done chan bool) {
	var visits map[string]int
	fmt.Println("counting a visit")
	visits["home"]++
	done <- true
}

func main() {
	defer fmt.Println("main cleans up")
	defer func() {
		fmt.Println("recovered:", recover())
	}()
	done := make(chan bool)
	go count(done)
	<-done
	fmt.Println("main goes on")
}
