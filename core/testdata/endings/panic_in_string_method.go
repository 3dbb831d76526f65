package main

import "fmt"

type T struct{ p *int }

func (t *T) String() string { return fmt.Sprintf("%d", deref(t.p)) }

func deref(p *int) int { return *p }

func main() {
	defer func() {
		panic(&T{})
	}()
	panic("first")
}
