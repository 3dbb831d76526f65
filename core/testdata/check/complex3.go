package main

type shape interface{ area() float64 }


func main() {
	var f float64 = 2
	var c complex128 = 1
	var w complex64 = 1
	_ = 1i / 0 // ERROR "invalid operation: division by zero"
	_ = []int{0, 1}[1+0i]
	c = "a" // ERROR "cannot use "a" (untyped string constant) as complex128 value in assignment"
	c++
	w = 1e50 // ERROR "cannot use 1e50 (untyped float constant 1e+50) as complex64 value in assignment (overflows)"
	w = 1 + 1e50i // ERROR "cannot use 1 + 1e50i (untyped complex constant (1 + 1e+50i)) as complex64 value in assignment (overflows)"
	var s shape = 5 // ERROR "cannot use 5 (constant of type int) as shape value in variable declaration: int does not implement shape (missing method area)"
	_ = s
	func() {} // ERROR "func() {} (value of type func()) is not used"
	switch c {
	case 1i, 2, 1i:
	}
	_ = map[complex64]int{1i: 1, 2: 2, 1i: 3} // ERROR "duplicate key (0 + 1i) in map literal"
	_, _, _ = f, c, w
}
