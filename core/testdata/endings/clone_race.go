// A map that is growing is cloned while another goroutine writes to it: Clone looks for a writer
// when it begins, and again at each entry of the old buckets.
package main

import "maps"

func main() {
	m := map[int]int{}
	for i := range 53 {
		m[i] = i
	}
	done := make(chan bool)
	go func() {
		m[100] = 1
		done <- true
	}()
	maps.Clone(m)
	<-done
}
