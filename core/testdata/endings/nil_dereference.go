// Reading a field of a nil pointer: the signal names its address.
package main

type node struct {
	name  string
	value int
}

func (n *node) sum() int { return n.value }

func main() {
	var p *node
	println(p.sum())
}
