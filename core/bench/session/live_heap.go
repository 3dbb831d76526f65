package main

type node struct {
	next *node
	pad  [7]uint64
}

var (
	list *node
	page = new([512]uint64)
)

func main() {
	var all *node
	for i := 0; i < 1<<20; i++ {
		all = &node{next: all}
	}
	list = all
	for i := uint64(0); ; i++ {
		for j := range page {
			page[j] = i
		}
	}
}
