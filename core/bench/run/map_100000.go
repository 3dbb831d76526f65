package main

import "fmt"

func main() {
	m := make(map[int]int)
	for k := 0; k < 100000; k++ {
		m[k] = k
	}
	s := 0
	k := 0
	for i := 0; i < 1000000; i++ {
		s += m[k]
		m[k] = i
		k++
		if k == 100000 {
			k = 0
		}
	}
	fmt.Println(len(m), s)
}
