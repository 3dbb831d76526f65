package main

func own(a own) {} // ERROR "own is not a type"

func first(a second) {} // ERROR "second is not a type"
func second(b first) {} // ERROR "first is not a type"

const literal = len([10]int{}) + cap([2][3]int{})
const called = len([1]int{own2()}) // ERROR "len([1]int{…}) (value of type int) is not constant"

func own2() int { return literal }

func main() {
	_ = int.none // ERROR "int.none undefined (type int has no field or method none)"
}
