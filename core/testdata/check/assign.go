package main

func two() (int, int) { return 1, 2 }

func main() {
	a := two() // ERROR "declared and not used: a" ERROR "assignment mismatch: 1 variable but two returns 2 values"
	var b, c = 1 // ERROR "declared and not used: b" ERROR "assignment mismatch: 2 variables but 1 value"
	var d, e int = 1, 2, 3 // ERROR "assignment mismatch: 2 variables but 3 values"
	x, y := 1, 2
	x, y = two(), 1 // ERROR "multiple-value two() (value of type (int, int)) in single-value context"
	x, y = 1 // ERROR "assignment mismatch: 2 variables but 1 value"
	x := 2 // ERROR "no new variables on left side of :="
	_ = d
	f() = 3 // ERROR "cannot assign to f() (neither addressable nor a map index expression)"
	"a" = "b" // ERROR "cannot assign to "a" (neither addressable nor a map index expression)"
}

func f() int { return 1 }
