// Here they are.
package main

func main() {
	c := make(chan int, 2)
	done := make(chan bool)
	go func() { c <- 1; done <- true }()
	<-done
	close(c)
}
