// What comes before starting a ticker is known to who receives from it.
package main

import "time"

var x int

func main() {
	x = 1
	t := time.NewTicker(time.Millisecond)
	done := make(chan bool)
	go func() {
		for i := 0; i < 2; i++ {
			<-t.C
			println(x)
		}
		t.Stop()
		done <- true
	}()
	<-done
}
