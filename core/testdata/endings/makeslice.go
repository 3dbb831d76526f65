// make with a length that no slice can have.
package main

func main() {
	n := -1
	println(len(make([]int, n)))
}
