// The clause that a select takes orders.
package main

var x int

func main() {
	a, b := make(chan int), make(chan int)
	go func() { x = 1; b <- 1 }()
	select {
	case <-a:
	case <-b:
	}
	println(x)
}
