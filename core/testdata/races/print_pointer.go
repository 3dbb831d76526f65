// Printing the address of a struct reads the struct.
package main

import "fmt"

type pair struct{ a, b int }

func main() {
	p := &pair{1, 2}
	done := make(chan bool)
	go func() { p.b = 3; done <- true }()
	fmt.Printf("%v\n", p)
	<-done
}
