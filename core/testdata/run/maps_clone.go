package main

import (
	"fmt"
	"maps"
)

func main() {
	m := map[string]int{"a": 1, "b": 2}
	c := maps.Clone(m)
	c["c"] = 3
	fmt.Println(m, c, maps.Clone(map[int]int(nil)) == nil)
	big := map[int]string{}
	for i := 0; i < 100; i++ {
		big[i] = fmt.Sprint(i)
	}
	d := maps.Clone(big)
	delete(d, 5)
	fmt.Println(len(big), len(d), d[7], d[5] == "")
	type M map[string][]int
	e := maps.Clone(M{"x": {1}})
	e["x"][0] = 9
	fmt.Printf("%T %v\n", e, e)
}
