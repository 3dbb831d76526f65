// Printing a slice reads its elements.
package main

import "fmt"

func main() {
	s := []int{1, 2, 3}
	done := make(chan bool)
	go func() { s[2] = 4; done <- true }()
	fmt.Println(s)
	<-done
}
