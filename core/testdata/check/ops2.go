package main

func main() {
	var a int
	var b string
	var f float64
	var u8 uint8 // ERROR "declared and not used: u8"
	a += "x" // ERROR "invalid operation: a += "x" (mismatched types int and untyped string)"
	b += 1 // ERROR "invalid operation: b += 1 (mismatched types string and untyped int)"
	b++ // ERROR "invalid operation: b++ (non-numeric type string)"
	_ = f % 2 // ERROR "invalid operation: operator % not defined on f (variable of type float64)"
	_ = f << 1 // ERROR "invalid operation: shifted operand f (variable of type float64) must be integer"
	_ = 1 << -1 // ERROR "invalid operation: negative shift count -1 (untyped int constant)"
	u8 = 256 // ERROR "cannot use 256 (untyped int constant) as uint8 value in assignment (overflows)"
	u8 = -1 // ERROR "cannot use -1 (untyped int constant) as uint8 value in assignment (overflows)"
	_ = a / 0 // ERROR "invalid operation: division by zero"
}
