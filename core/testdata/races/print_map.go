// Printing a map reads it.
package main

import "fmt"

func main() {
	m := map[int]int{1: 1}
	done := make(chan bool)
	go func() { m[2] = 2; done <- true }()
	fmt.Println(m)
	<-done
}
