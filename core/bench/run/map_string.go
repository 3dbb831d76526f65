package main

import "fmt"

func main() {
	m := make(map[string]int)
	keys := make([]string, 1000)
	for k := range keys {
		keys[k] = fmt.Sprint("key", k)
		m[keys[k]] = k
	}
	s := 0
	k := 0
	for i := 0; i < 1000000; i++ {
		w := keys[k]
		s += m[w]
		m[w] = i
		k++
		if k == 1000 {
			k = 0
		}
	}
	fmt.Println(len(m), s)
}
