// Elements without bytes order as well.
package main

var x int

func main() {
	c := make(chan struct{}, 1)
	go func() { x = 1; c <- struct{}{} }()
	<-c
	println(x)
}
