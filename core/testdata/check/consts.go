package main

const (
	a uint8 = 254 + iota
	b
	c // ERROR "cannot use 254 + iota (untyped int constant 256) as uint8 value in constant declaration (overflows)"
)
const d = f() // ERROR "f() (value of type int) is not constant"
const e []int = nil // ERROR "invalid constant type []int"
const g, h = 1 // ERROR "missing init expr for h"
const i // ERROR "missing init expr for i"
const k int8 = 1 << 7 // ERROR "cannot use 1 << 7 (untyped int constant 128) as int8 value in constant declaration (overflows)"

func f() int { return 1 }

func main() {
	const x = 10
	x = 20 // ERROR "cannot assign to x (neither addressable nor a map index expression)"
	var arr [x]int
	_ = arr[10] // ERROR "invalid argument: index 10 out of bounds [0:10]"
	_ = iota // ERROR "cannot use iota outside constant declaration"
}
