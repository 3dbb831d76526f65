// A send comes before its receive is done, with a buffer too.
package main

var x int

func main() {
	c := make(chan int, 1)
	go func() { x = 1; c <- 0 }()
	<-c
	println(x)
}
