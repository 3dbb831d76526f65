// A pointer that was handed over.
package main

func add(p *int, done chan bool) {
	*p++
	if done != nil {
		done <- true
	}
}

func main() {
	v := 0
	done := make(chan bool)
	go add(&v, done)
	add(&v, nil)
	<-done
}
