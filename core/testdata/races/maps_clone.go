// maps.Clone reads the map.
package main

import "maps"

func main() {
	m := map[int]int{1: 1}
	done := make(chan bool)
	go func() { done <- true; println(len(m)) }()
	<-done
	println(len(maps.Clone(m)))
}
