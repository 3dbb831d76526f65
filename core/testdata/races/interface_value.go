// An interface is two words; assigning it is a write of both.
package main

func main() {
	var v any = 1
	done := make(chan bool)
	go func() { v = "text"; done <- true }()
	_, ok := v.(int)
	<-done
	println(ok)
}
