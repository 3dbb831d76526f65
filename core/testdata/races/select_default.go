// And neither does default.
package main

var x int

func main() {
	c := make(chan int, 1)
	done := make(chan bool)
	go func() { x = 1; c <- 1; done <- true }()
	select {
	case <-c:
		println(x)
	default:
		x = 2
	}
	<-done
}
