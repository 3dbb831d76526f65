// append reads the old array when it grows.
package main

func main() {
	s := []int{1}
	done := make(chan bool)
	go func() { s[0] = 2; done <- true }()
	t := append(s, 3)
	<-done
	println(t[1])
}
