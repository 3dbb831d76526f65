// Whoever writes on after sending the pointer races with who received it.
package main

func main() {
	c := make(chan *int, 1)
	go func() { v := 1; c <- &v; v = 2 }()
	p := <-c
	println(*p)
}
