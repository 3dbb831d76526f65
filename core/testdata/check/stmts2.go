package main

func f() int {
	for {
		break
	}
} // ERROR "missing return"

func g() (int, string) {
	return 1 // ERROR "not enough return values"
}

func h() (a int, err error) {
	{
		a := 1
		_ = a
		return // ERROR "result parameter a not in scope at return"
	}
}

func k() int {
	if true {
		return 1
	} else {
	}
} // ERROR "missing return"

func main() {
	var e any = 1
	switch e.(type) {
	case int, int: // ERROR "duplicate case int in type switch"
	case foo: // ERROR "undefined: foo"
	}
	_ = e.(foo) // ERROR "undefined: foo"
	_ = 1.(int) // ERROR "invalid operation: cannot call non-function 1. (untyped float constant 1)"
	var err error
	_ = err.(int) // ERROR "impossible type assertion: err.(int)"
}
