// A captured variable.
package main

func main() {
	x := 0
	done := make(chan bool)
	go func() { x++; done <- true }()
	x++
	<-done
	println(x)
}
