package main

type T struct{}

func (t T) M() {}
func (t T) M() {} // ERROR "method T.M already declared at types2.go:5:12"

func f() {}
func f() {} // ERROR "f redeclared in this block"

var a = b // ERROR "initialization cycle for a"
var b = a
const c = d // ERROR "initialization cycle for c"
const d = c
var e int = "x" // ERROR "cannot use "x" (untyped string constant) as int value in variable declaration"

func (u Undefined) X() {} // ERROR "undefined: Undefined" ERROR "undefined: Undefined"

type main2 = nope // ERROR "undefined: nope"

func main() {
	var x nope2 // ERROR "declared and not used: x" ERROR "undefined: nope2"
}
