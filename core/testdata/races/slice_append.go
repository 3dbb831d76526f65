// append writes the slice and the array.
package main

func main() {
	s := make([]int, 0, 4)
	done := make(chan bool)
	go func() { s = append(s, 1); done <- true }()
	s = append(s, 2)
	<-done
}
