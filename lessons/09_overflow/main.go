package main

import "fmt"

func main() {
	seats := make(map[int]string, 13)
	for seat := 1; seat <= 10; seat++ {
		seats[seat] = "taken"
	}
	who, ok := seats[10]
	fmt.Println("seat 10:", who, ok)
	who, ok = seats[15]
	fmt.Println("seat 15:", who, ok)
	fmt.Println(len(seats), "seats are taken")
}
