package main

import "fmt"

type T struct{ a, Bc int }

func (t T) M()   {}
func (t *T) P()  {}
func (t T) M2(x int) string { return "" }

type I interface{ M(); Q() }
type J interface{ P() }
type K interface{ M2(x string) string }

func main() {
	var t T
	t.nope() // ERROR "t.nope undefined (type T has no field or method nope)"
	t.A = 1 // ERROR "t.A undefined (type T has no field or method A, but does have field a)"
	t.bc = 1 // ERROR "t.bc undefined (type T has no field or method bc, but does have field Bc)"
	var i I = t // ERROR "cannot use t (variable of type T) as I value in variable declaration: T does not implement I (missing method Q)"
	var j J = t // ERROR "cannot use t (variable of type T) as J value in variable declaration: T does not implement J (method P has pointer receiver)"
	var k K = t // ERROR "cannot use t (variable of type T) as K value in variable declaration: T does not implement K (wrong type for method M2)"
	fmt.println("x") // ERROR "undefined: fmt.println"
	fmt.Nope() // ERROR "undefined: fmt.Nope"
	T.P(t) // ERROR "invalid method expression T.P (needs pointer receiver (*T).P)"
	T{}.P() // ERROR "cannot call pointer method P on T"
	_, _, _ = i, j, k
}
