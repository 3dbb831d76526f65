// Iterating and deleting.
package main

func main() {
	m := map[int]int{1: 1, 2: 2}
	done := make(chan bool)
	go func() { delete(m, 1); done <- true }()
	for range m {
	}
	<-done
}
