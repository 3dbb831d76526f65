package main

import "fmt"

func main() {
	squares := make(map[int]int, 26)
	for n := 0; n < 26; n++ {
		squares[n] = n * n
	}
	squares[26] = 676
	squares[27] = 729
	squares[28] = 784
	fmt.Println(len(squares), squares[5], squares[28])
}
