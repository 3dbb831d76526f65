package main

func main() {
	x := x // ERROR "declared and not used: x" ERROR "undefined: x"
	{
		y := 1
		_ = y
	}
	_ = y // ERROR "undefined: y"
	if z := 1; z > 0 {
	}
	_ = z // ERROR "undefined: z"
	var int = 3
	var q int // ERROR "declared and not used: q" ERROR "int is not a type"
	_ = fmt.Sprint() // ERROR "undefined: fmt"
	goto L // ERROR "goto L jumps over declaration of w at scope.go:17:4"
	w := 1
	_ = w
L:
	{
	M:
	}
	goto M // ERROR "goto M jumps into block"
}
