// Recursion without end.
package main

func f(n int, s string) int { return f(n+1, s) + 1 }

func main() {
	println(f(0, "x"))
}
