package main

import "fmt"

func seq(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}
func bad(yield func(int) bool) {
	yield(1)
	yield(2)
}
func f() (r int) {
	defer func() { fmt.Println("rec", recover()); r = 9 }()
	for x := range bad {
		if x == 1 {
			break
		}
	}
	return 1
}

var saved func(int) bool

func g() {
	defer func() { fmt.Println("rec", recover()) }()
	for x := range func(y func(int) bool) { saved = y; y(1) } {
		fmt.Println(x)
	}
	saved(3)
}
func swallow(yield func(int) bool) {
	func() {
		defer func() { fmt.Println("swallowed", recover()) }()
		yield(1)
	}()
}
func swallow2(yield func(int) bool) {
	func() {
		defer func() { fmt.Println("swallowed", recover()) }()
		yield(1)
	}()
	yield(2)
}
func h() {
	defer func() { fmt.Println("rec", recover()) }()
	for range swallow {
		panic("body")
	}
}
func h2() {
	defer func() { fmt.Println("rec", recover()) }()
	for range swallow2 {
		panic("body")
	}
}
func rec() {
	defer func() {
		for range seq(1) {
			fmt.Println("inner recover", recover())
		}
	}()
	panic("p")
}
func recovered() (s string) {
	defer func() {
		if e := recover(); e != nil {
			s = fmt.Sprint("recovered ", e)
		}
	}()
	for i := range seq(3) {
		defer func() { fmt.Println("d", i) }()
		if i == 1 {
			panic("in body")
		}
	}
	return "no"
}
func nilRange() {
	defer func() { fmt.Println(recover()) }()
	var f func(func() bool)
	for range f {
	}
}
func k() {
	for x := range seq(2) {
		if x == 1 {
			for y := range seq(3) {
				func() {
					if y == 2 {
						panic("nested")
					}
				}()
			}
		}
	}
}
func main() {
	fmt.Println(f())
	g()
	h()
	h2()
	func() { defer func() { fmt.Println(recover()) }(); rec() }()
	fmt.Println(recovered())
	nilRange()
	defer fmt.Println("x")
	func() {
		for x := range seq(2) {
			if x == 1 {
				k()
			}
		}
	}()
}
