package main

import (
	"fmt"
	"unsafe"
)

func sell(days []int, sold map[int]int) {
	for day := 2; day <= 9; day++ {
		days = append(days, day)
		sold[day] = 5
	}
}

func main() {
	days := []int{1}
	sold := map[int]int{1: 5}
	fmt.Println("bytes of the slice variable:", unsafe.Sizeof(days))
	fmt.Println("bytes of the map variable:", unsafe.Sizeof(sold))
	sell(days, sold)
	fmt.Println("days:", len(days), "sold:", len(sold))
}
