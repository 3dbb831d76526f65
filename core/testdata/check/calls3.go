package main

func main() {
	delete(1, 2) // ERROR "invalid argument: 1 (untyped int constant) is not a map"
	delete(map[string]int{}, 1) // ERROR "cannot use 1 (untyped int constant) as string value in argument to delete"
	close(1) // ERROR "invalid operation: cannot close non-channel 1 (untyped int constant)"
	clear(1) // ERROR "invalid argument: cannot clear 1 (untyped int constant): argument must be (or constrained by) map or slice"
	var c <-chan int
	close(c) // ERROR "invalid operation: cannot close receive-only channel c (variable of type <-chan int)"
	c <- 1 // ERROR "invalid operation: cannot send to receive-only channel c (variable of type <-chan int)"
	var d chan<- int
	<-d // ERROR "invalid operation: cannot receive from send-only channel d (variable of type chan<- int)"
	_ = min(1, "a") // ERROR "invalid argument: mismatched types untyped int (previous argument) and untyped string (type of "a")"
	_ = new(1) // ERROR "1 is not a type"
	panic() // ERROR "invalid operation: not enough arguments for panic() (expected 1, found 0)"
}
