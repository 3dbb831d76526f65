package main

type shape interface{ area() float64 }


func main() {
	var f float64 = 2
	var c complex128 = 1
	var w complex64 = 1
	_ = c < 2 // ERROR "invalid operation: c < 2 (operator < not defined on complex128)"
	_ = w >= w // ERROR "invalid operation: w >= w (operator >= not defined on complex64)"
	_ = c % 2 // ERROR "invalid operation: operator % not defined on c (variable of type complex128)"
	_ = c << 1 // ERROR "invalid operation: shifted operand c (variable of type complex128) must be integer"
	_ = int(2 + 3i) // ERROR "cannot convert 2 + 3i (untyped complex constant (2 + 3i)) to type int"
	_ = int(2 + 0i)
	_ = float64(c) // ERROR "cannot convert c (variable of type complex128) to type float64"
	_ = complex128(w) + complex128(f) // ERROR "cannot convert f (variable of type float64) to type complex128"
	_ = complex(1, 2) / 0 // ERROR "invalid operation: division by zero"
	_, _, _ = f, c, w
}
