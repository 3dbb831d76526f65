package main

import "unsafe"

type T struct{ a int }
type U struct{ a int `tag:"x"` }

func main() {
	var t T
	_ = U(t)
	_ = string(1.5) // ERROR "cannot convert 1.5 (untyped float constant) to type string"
	_ = int("1") // ERROR "cannot convert "1" (untyped string constant) to type int"
	_ = []byte(1) // ERROR "cannot convert 1 (untyped int constant) to type []uint8"
	_ = *T(nil) // ERROR "cannot convert nil to type T"
	_ = uint8(-1) // ERROR "constant -1 overflows uint8"
	_ = int8(200) // ERROR "constant 200 overflows int8"
	var f float64
	_ = string(f) // ERROR "cannot convert f (variable of type float64) to type string"
	_ = (*int)(&f) // ERROR "cannot convert &f (value of type *float64) to type *int"
	_ = (*int)(unsafe.Pointer(&f))
	_ = T{1}.b // ERROR "T{…}.b undefined (type T has no field or method b)"
	_ = int() // ERROR "missing argument in conversion to int"
	_ = int(1, 2)
}
