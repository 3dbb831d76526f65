package main

import "fmt"

func main() {
	s := 0
	for i := 0; i < 3000000; i++ {
		s += i ^ (s >> 3)
	}
	fmt.Println(s)
}
