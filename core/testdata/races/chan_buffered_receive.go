// With a buffer it does not.
package main

var x int

func main() {
	c := make(chan int, 1)
	done := make(chan bool)
	go func() { x = 1; <-c; done <- true }()
	c <- 0
	println(x)
	<-done
}
