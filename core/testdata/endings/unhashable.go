// A key whose dynamic type has no hash; also in an empty map.
package main

func try(f func()) {
	defer func() { println(recover().(error).Error()) }()
	f()
}

func main() {
	m := map[any]int{}
	try(func() { m[[]int{1}] = 1 })
	try(func() { delete(m, func() {}) })
	try(func() { println(map[any]int(nil)[map[int]int{}]) })
	_ = m[struct{ f []int }{}]
}
