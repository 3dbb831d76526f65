// What comes after the go statement is not.
package main

var x int

func main() {
	done := make(chan bool)
	go func() { x++; done <- true }()
	x = 1
	<-done
}
