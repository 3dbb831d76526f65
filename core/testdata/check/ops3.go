package main

func main() {
	var f float64
	var n uint
	const big = 1 << 100
	var i int = big // ERROR "cannot use big (untyped int constant 1267650600228229401496703205376) as int value in variable declaration (overflows)"
	_ = big // ERROR "cannot use big (untyped int constant 1267650600228229401496703205376) as int value in assignment to _ identifier (overflows)"
	println(big) // ERROR "cannot use big (untyped int constant 1267650600228229401496703205376) as int value in argument to built-inprintln (overflows)"
	var x float64 = 1 << n // ERROR "invalid operation: shifted operand 1 (type float64) must be integer"
	_ = "a" < 1 // ERROR "invalid operation: "a" < 1 (mismatched types untyped string and untyped int)"
	_ = !1 // ERROR "invalid operation: operator ! not defined on 1 (untyped int constant)"
	_ = -"a" // ERROR "invalid operation: operator - not defined on "a" (untyped string constant)"
	_ = ^1.5 // ERROR "invalid operation: operator ^ not defined on 1.5 (untyped float constant)"
	_, _, _ = f, i, x
	const h = 1 << 600 // ERROR "constant shift overflow"
}
