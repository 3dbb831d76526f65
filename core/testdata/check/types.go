package main

type A struct{ b B }
type B struct{ a A } // ERROR "invalid recursive type B"
type C [2]C // ERROR "invalid recursive type: C refers to itself"
type D D // ERROR "invalid recursive type: D refers to itself"
type E interface{ E } // ERROR "invalid recursive type E"
type F struct{ x int; x string } // ERROR "x redeclared"
type G map[[]int]string // ERROR "invalid map key type []int"
type H [n]int // ERROR "invalid array length n"
var n = 3
type I [-1]int // ERROR "invalid array length -1 (untyped int constant)"
func (x int) M() {} // ERROR "cannot define new methods on non-local type int"

func main() {}
