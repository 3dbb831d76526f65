// Methods, closures, embedded methods and arguments in a traceback.
package main

type node struct {
	name string
	id   int8
}

type outer struct {
	node
	list []int
}

type speaker interface{ say(n int, s string, f float64) }

func (n *node) say(a int, s string, f float64) {
	defer func() {
		defer many(1, 2, [3]int16{3, 4, 5}, struct{}{}, true, nil, 'x', 9, 10, 11, 12)
		n.value(node{"x", 1})
	}()
	panic(n.name)
}

func (n node) value(other node) { panic(other.name) }

func many(a, b int, c [3]int16, d struct{}, e bool, f []int, g rune, h, i, j, k int) {
	panic("many")
}

func each(xs []int, f func(int)) {
	for _, x := range xs {
		f(x)
	}
}

func main() {
	n := node{name: "n"}
	var s speaker = &outer{node: n, list: []int{1, 2}}
	each([]int{1, 2, 3}, func(i int) {
		if i == 2 {
			func() { s.say(7, "seven", 1.5) }()
		}
	})
}
