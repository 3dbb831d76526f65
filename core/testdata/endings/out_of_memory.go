// A map that no machine has the memory for.
package main

func main() {
	defer println("not run")
	m := make(map[int]string, 1<<38)
	println(len(m))
}
