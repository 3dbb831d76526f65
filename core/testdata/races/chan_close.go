// Closing comes before a receive that finds the channel closed.
package main

var x int

func main() {
	c := make(chan int)
	go func() { x = 1; close(c) }()
	<-c
	println(x)
}
