// A nil map is nothing to race about.
package main

func main() {
	var m map[int]int
	done := make(chan bool)
	go func() { println(m[1], len(m)); done <- true }()
	println(m[2])
	<-done
}
