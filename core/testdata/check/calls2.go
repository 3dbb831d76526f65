package main

func n()                   {}
func r() int               { return 1 }

func main() {
	n() + 1 // ERROR "n() (no value) used as value"
	len(1) // ERROR "invalid argument: 1 (untyped int constant) for built-in len"
	len([]int{}) // ERROR "len([]int{}) (value of type int) is not used"
	append([]int{}, 1) // ERROR "append([]int{}, 1) (value of type []int) is not used"
	_ = append(1, 2) // ERROR "first argument to append must be a slice; have 1 (untyped int constant)"
	_ = append([]int{}, "a") // ERROR "cannot use "a" (untyped string constant) as int value in argument to append"
	_ = make(int) // ERROR "invalid argument: cannot make int; type must be slice, map, or channel"
	_ = make([]int) // ERROR "invalid operation: make([]int) expects 2 or 3 arguments; found 1"
	_ = make([]int, -1) // ERROR "invalid argument: index -1 (constant of type int) must not be negative"
	defer len("a") // ERROR "defer discards result of len("a") (constant 1 of type int)"
	_ = copy(1, 2)
}
