package main

type S struct{ f func() }

func main() {
	var a int
	var b string
	var m map[string]int
	var s []int
	var st S
	_ = a == b // ERROR "invalid operation: a == b (mismatched types int and string)"
	_ = m == m // ERROR "invalid operation: m == m (map can only be compared to nil)"
	_ = s == s // ERROR "invalid operation: s == s (slice can only be compared to nil)"
	_ = st == st // ERROR "invalid operation: st == st (struct containing func() cannot be compared)"
	_ = a < nil // ERROR "invalid operation: a < nil (mismatched types int and untyped nil)"
	_ = nil == nil // ERROR "invalid operation: nil == nil (operator == not defined on untyped nil)"
	_ = m["a"] == nil // ERROR "invalid operation: m["a"] == nil (mismatched types int and untyped nil)"
	_ = &a < &a // ERROR "invalid operation: &a < &a (operator < not defined on pointer)"
	_ = a & 1.5 // ERROR "1.5 (untyped float constant) truncated to int"
}
