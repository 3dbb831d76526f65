// Copying a struct reads all of it.
package main

var v struct{ a, b, c int }

func main() {
	done := make(chan bool)
	go func() { v.a = 1; done <- true }()
	w := v
	<-done
	println(w.b)
}
