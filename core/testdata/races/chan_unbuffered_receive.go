// A receive on a channel without a buffer comes before the send is done.
package main

var x int

func main() {
	c := make(chan int)
	go func() { x = 1; <-c }()
	c <- 0
	println(x)
}
