package main

import "fmt"

func main() {
	squares := make(map[int]int, 13)
	for n := 0; n < 13; n++ {
		squares[n] = n * n
	}
	found := 0
	for n := 0; n < 13; n++ {
		if squares[n] == n*n {
			found++
		}
	}
	fmt.Println("found:", found)
}
