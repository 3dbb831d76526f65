// copy reads one array …
package main

func main() {
	a, b := make([]byte, 8), make([]byte, 8)
	done := make(chan bool)
	go func() { a[7] = 1; done <- true }()
	copy(b, a)
	<-done
}
