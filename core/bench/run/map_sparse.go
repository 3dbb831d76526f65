package main

import "fmt"

func main() {
	m := make(map[int]int)
	for k := 0; k < 1000; k++ {
		m[k*7919&0xfffff] = k
	}
	s := 0
	k := 0
	for i := 0; i < 1000000; i++ {
		h := k * 7919 & 0xfffff
		s += m[h]
		m[h] = i
		k++
		if k == 1000 {
			k = 0
		}
	}
	fmt.Println(len(m), s)
}
