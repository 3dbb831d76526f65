// Operands of map operations that are variables, in assignments that change them.
package main

import "fmt"

type p struct{ x, y int }

type box struct{ a [20]int }

func main() {
	m := map[int][20]int{}
	a := 5
	m[1] = [20]int{1: 11, 0: a}
	m[2] = [20]int{0: a}
	k := map[p]p{}
	k[p{y: 1, x: a}] = p{y: 2, x: a}
	k[p{x: a}] = p{x: a}
	fmt.Println(m, k, k[p{y: 1, x: a}], k[p{x: a}])
	inside := map[box]box{}
	for i := range 3 {
		inside[box{[20]int{1: i}}] = box{[20]int{i, 3: i}}
	}
	fmt.Println(inside[box{[20]int{1: 2}}], len(inside))
	i, j := 1, 2
	n := map[int]int{}
	j, n[j] = 7, i
	n[i], i = 8, 9
	n[func() int { i++; return i }()] = i
	n[i] = n[j] + n[i]
	n[n[i]] = i
	var e map[int]struct{} = map[int]struct{}{}
	e[i] = struct{}{}
	z := map[struct{}]int{}
	z[struct{}{}] = i
	fmt.Println(n, e, i, j, z, z[struct{}{}])
	s := "abc"
	t := map[string]string{}
	t[s] = s
	t[s[1:]] = t[s]
	t[t["bc"]] = s + "d"
	fmt.Println(t, t[s])
}
