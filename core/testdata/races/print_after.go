// Printing what others wrote before.
package main

import "fmt"

type box struct {
	m map[string][]int
	p *int
}

func main() {
	b := box{m: map[string][]int{}, p: new(int)}
	done := make(chan bool)
	go func() { b.m["a"] = append(b.m["a"], 1); *b.p = 3; done <- true }()
	<-done
	fmt.Println(b.m, *b.p)
}
