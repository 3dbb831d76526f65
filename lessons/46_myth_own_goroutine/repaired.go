package main

import "fmt"

func count(done chan bool) {
	defer func() {
		done <- recover() == nil
	}()
	var visits map[string]int
	fmt.Println("counting a visit")
	visits["home"]++
}

func main() {
	defer fmt.Println("main cleans up")
	done := make(chan bool)
	go count(done)
	if !<-done {
		fmt.Println("the count failed")
	}
	fmt.Println("main goes on")
}
