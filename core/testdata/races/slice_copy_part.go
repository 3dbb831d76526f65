// … and writes the other, as far as it goes.
package main

func main() {
	a, b := make([]byte, 8), make([]byte, 8)
	done := make(chan bool)
	go func() { b[7] = 1; done <- true }()
	copy(b[:7], a)
	<-done
	println(b[7])
}
