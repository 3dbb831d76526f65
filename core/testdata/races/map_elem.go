// The map is only read, what its elems point to is written.
package main

func main() {
	m := map[int]*int{1: new(int)}
	done := make(chan bool)
	go func() { *m[1]++; done <- true }()
	*m[1]++
	<-done
}
