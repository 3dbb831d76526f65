// What comes before the go statement is known to the goroutine, what it sends after is known to main.
package main

var x int

func main() {
	x = 1
	done := make(chan bool)
	go func() { x++; done <- true }()
	<-done
	println(x)
}
