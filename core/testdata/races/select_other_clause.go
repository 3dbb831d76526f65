// The clauses that it does not take order nothing.
package main

var x int

func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	a <- 1
	go func() { x = 1; b <- 1 }()
	select {
	case <-a:
	case <-b:
	}
	println(x)
}
