// Writing to a nil map.
package main

func main() {
	var m map[string]int
	println(m["a"], len(m))
	delete(m, "a")
	m["a"] = 1
}
