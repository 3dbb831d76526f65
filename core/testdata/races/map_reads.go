// Readers only.
package main

func main() {
	m := map[int]int{1: 1}
	done := make(chan bool)
	go func() { println(m[1]); done <- true }()
	for k := range m {
		println(k)
	}
	println(m[1], len(m))
	<-done
}
