// len reads the map.
package main

func main() {
	m := map[int]int{1: 1}
	done := make(chan bool)
	go func() { m[2] = 2; done <- true }()
	println(len(m))
	<-done
}
