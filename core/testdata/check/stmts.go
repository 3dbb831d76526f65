package main

func main() {
	break // ERROR "break is not in a loop, switch, or select"
	continue // ERROR "continue is not in a loop"
	if 1 { // ERROR "non-boolean condition in if statement"
	}
	for 1 { // ERROR "non-boolean condition in for statement"
	}
	for i := range 1.5 { // ERROR "cannot range over 1.5 (untyped float constant)"
	}
	for i, j := range 10 { // ERROR "range over 10 (untyped int constant) permits only one iteration variable"
	}
	switch 1 {
	case "a": // ERROR "cannot convert "a" (untyped string constant) to type int"
	case 1:
		fallthrough // ERROR "cannot fallthrough final case in switch"
	}
	switch x := 1; x.(type) { // ERROR "x (variable of type int) is not an interface"
	}
	return 1 // ERROR "too many return values"
}
