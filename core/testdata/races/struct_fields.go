// Neighbouring fields are different memory.
package main

var v struct{ a, b int8 }

func main() {
	done := make(chan bool)
	go func() { v.a = 1; done <- true }()
	v.b = 1
	<-done
	println(v.a, v.b)
}
