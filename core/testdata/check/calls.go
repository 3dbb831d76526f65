package main

func v(a int, b ...string) {}
func n()                   {}
func r() int               { return 1 }

func main() {
	v() // ERROR "not enough arguments in call to v"
	v("x") // ERROR "cannot use "x" (untyped string constant) as int value in argument to v"
	v(1, 2) // ERROR "cannot use 2 (untyped int constant) as string value in argument to v"
	v(1, []string{}...)
	v(1, []int{}...) // ERROR "cannot use []int{} (value of type []int) as []string value in argument to v"
	n(1) // ERROR "too many arguments in call to n"
	x := n() // ERROR "declared and not used: x" ERROR "n() (no value) used as value"
	r()
	r // ERROR "r (value of type func() int) is not used"
	go r // ERROR "expression in go must be function call"
	defer recover // ERROR "expression in defer must be function call"
}
