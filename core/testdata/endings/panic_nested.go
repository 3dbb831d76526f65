// A panic in a deferred call while another goes on.
package main

func main() {
	defer func() {
		defer func() { panic("third") }()
		panic("second")
	}()
	panic("first")
}
