// Panics order nothing by themselves, the channel does.
package main

var x int

func main() {
	done := make(chan bool)
	go func() {
		defer func() { recover(); x = 1; done <- true }()
		panic("no")
	}()
	<-done
	println(x)
}
