package main

const one, name = 1, "n"

func main() {
	_ = map[float64]int{1.0000001: 1, 1.0000002: 2, 1.0000001: 3} // ERROR "duplicate key 1.0000001 in map literal"
	_ = map[int]int{one: 1, 2: 2, one: 3} // ERROR "duplicate key 1 in map literal"
	_ = map[string]int{"n": 1, name: 2} // ERROR "duplicate key "n" in map literal"
	_ = map[any]int{1: 1, 1.0: 2, int8(1): 3, "1": 4, 1: 5} // ERROR "duplicate key 1 in map literal"
	_ = map[float32]int{0.1: 1, 0.10000000149: 2} // ERROR "duplicate key 0.1 in map literal"
	var f float64
	switch f {
	case 1.0000001, 1.0000002, 0.5, 5e-1: // ERROR "duplicate case 5e-1 (constant 0.5 of type float64) in expression switch"
	}
	switch any(f) {
	case 1, 1.0, "a", one: // ERROR "duplicate case one (constant 1 of type int) in expression switch"
	}
}
