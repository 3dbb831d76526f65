package main

func main() {
	_ = [...]int{"a"} // ERROR "cannot use "a" (untyped string constant) as int value in array or slice literal"
	_ = []string{1} // ERROR "cannot use 1 (untyped int constant) as string value in array or slice literal"
	_ = map[string]int{1: 1} // ERROR "cannot use 1 (untyped int constant) as string value in map literal"
	var a [3]int
	a[3] = 1 // ERROR "invalid argument: index 3 out of bounds [0:3]"
	a[-1] = 1 // ERROR "invalid argument: index -1 (constant of type int) must not be negative"
	a["x"] = 1 // ERROR "cannot convert "x" (untyped string constant) to type int"
	_ = "abc"[5] // ERROR "invalid argument: index 5 out of bounds [0:3]"
	_ = a[2:1] // ERROR "invalid slice indices: 1 < 2"
	_ = a[1.5] // ERROR "1.5 (untyped float constant) truncated to int"
	_ = map[string]int{}["a"]["b"] // ERROR "invalid operation: cannot index map[string]int{}["a"] (map index expression of type int)"
}
