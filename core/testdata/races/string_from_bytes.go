// Making a string reads the bytes.
package main

func main() {
	b := []byte("abc")
	done := make(chan bool)
	go func() { b[0] = 1; done <- true }()
	println(string(b))
	<-done
}
