// Sending and closing must be ordered, or the send may panic.
package main

func main() {
	c := make(chan int, 2)
	done := make(chan bool)
	go func() {
		defer func() { recover(); done <- true }()
		c <- 1
	}()
	close(c)
	<-done
}
