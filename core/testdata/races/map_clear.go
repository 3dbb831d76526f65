// clear writes.
package main

func main() {
	m := map[int]int{1: 1, 2: 2}
	done := make(chan bool)
	go func() { clear(m); done <- true }()
	println(m[3])
	<-done
}
