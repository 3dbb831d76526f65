package main

import "fmt"

var opened = map[string]int{}

func count(box int) int {
	return 1 + count(box+1)
}

func main() {
	defer func() { fmt.Println("recovered:", recover()) }()
	boxes, parcels := make(chan int, 1), make(chan int, 1)
	boxes <- 1
	parcels <- 2
	select {
	case box := <-boxes:
		opened["boxes"]++
		fmt.Println("boxes in boxes:", count(box))
	case <-parcels:
		opened["parcels"]++
		fmt.Println("next parcel:", <-parcels)
	}
}
