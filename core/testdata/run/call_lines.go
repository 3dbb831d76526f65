package main

import (
	"fmt"
	"runtime"
	"strings"
)

type B struct{ n int }

func (b *B) add(
	n int,
) *B {
	_, _, l, _ := runtime.Caller(1)
	fmt.Println("add at", l)
	b.n += n
	return b
}

func f(xs ...int) int {
	_, _, l, _ := runtime.Caller(1)
	fmt.Println("f at", l)
	return len(xs)
}

var table = map[string]func(...int) int{
	"f": f,
}

func main() {
	b := &B{}
	b.
		add(1).
		add(2).
		add(
			3,
		)
	x := f(
		1,
		f(2),
		f(
			3),
	)
	fmt.Println(x +
		f() +
		f())
	table["f"](
		1)
	defer f(
		2,
		3)
	defer func() {
		f(1)
	}()
	func() {
		f(9)
	}()
	if f() == 0 &&
		f() == 0 {
		fmt.Println(strings.Repeat("x",
			f(1,
				2)))
	}
	switch f(1) {
	case f(1,
		2),
		f():
	}
}
