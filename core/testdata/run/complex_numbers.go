package main

import (
	"fmt"
	"math"
	"sort"
)

type C complex128

func (c C) String() string { return fmt.Sprintf("<%g %g>", real(c), imag(c)) }

type Vec[T ~complex64 | ~complex128 | ~float64] []T

func (v Vec[T]) Sum() (s T) {
	for _, x := range v {
		s += x
	}
	return
}

const k = 2 + 3i
const half = k / 2i
const whole = complex(4, 0)

var n int = whole
var table = map[complex128]string{1: "one", 1i: "i", -1: "minus one", 2 + 3i: "k"}

type pt struct {
	z complex64
	s string
}

func mandel(c complex128) int {
	z := complex(0, 0)
	for i := range 50 {
		if real(z)*real(z)+imag(z)*imag(z) > 4 {
			return i
		}
		z = z*z + c
	}
	return 50
}

func main() {
	var z complex128 = 1 + 2i
	var w complex64 = 3 - 4i
	fmt.Println(z, w, k, half, whole, n, -z, z+1, z*z, z/(1-1i), 1/z, z == 1+2i, z != 1)
	fmt.Println(real(z), imag(w), real(k), imag(2i), complex(1, 2), complex64(z)*w, complex128(w))
	fmt.Printf("%v %.2f %8.3f %+v %g %e %T %T %T\n", z, z, z, z, z, w, z, w, real(w))
	fmt.Printf("%#v %#v %6.1f|%-12v|%012.2f|%x\n", z, w, w, z, z, z)
	fmt.Printf("%d %s %q %t\n", z, z, z, z)
	fmt.Println(table, table[1i], table[complex(2, 3)], len(table))
	m := map[complex128]int{}
	nan := math.NaN()
	m[complex(nan, 0)]++
	m[complex(nan, 0)]++
	m[complex(0, 0)]++
	m[complex(math.Copysign(0, -1), math.Copysign(0, -1))]++
	fmt.Println(len(m), m[0], m)
	m2 := map[any]int{1i: 1, complex64(1i): 2, 1: 3, pt{1i, "a"}: 4, [2]complex64{1, 2}: 5}
	fmt.Println(m2[1i], m2[complex64(1i)], m2[complex128(1i)], m2[1], m2[pt{1i, "a"}], m2[[2]complex64{1, 2}], m2[pt{2i, "a"}])
	p := map[pt]int{}
	p[pt{1 + 1i, "x"}]++
	p[pt{1 + 1i, "x"}]++
	fmt.Println(p)
	z += 2i
	z *= 2
	z -= w2()
	z /= 1i
	z++
	fmt.Println(z, z == z, &z != nil)
	w++
	w--
	w *= w
	fmt.Println(w)
	zs := []complex128{3, 1i, -2 + 1i}
	sort.Slice(zs, func(i, j int) bool { return real(zs[i]) < real(zs[j]) })
	fmt.Println(zs, Vec[complex128](zs).Sum(), Vec[float64]{1, 2}.Sum())
	zs[1] = complex(imag(zs[0]), real(zs[2]))
	arr := [3]complex64{1: 2i}
	arr2 := arr
	arr2[0] += 1
	fmt.Println(zs, arr, arr2, arr == arr2, C(z), []C{1, 2i})
	for y := 1.0; y >= -1; y -= 0.5 {
		for x := -2.0; x <= 0.5; x += 0.25 {
			if mandel(complex(x, y)) == 50 {
				fmt.Print("*")
			} else {
				fmt.Print(".")
			}
		}
		fmt.Println()
	}
	var zero complex128
	inf := math.Inf(1)
	fmt.Println((1+1i)/zero, zero/zero, complex(inf, 1)/(1+1i), (1+1i)/complex(inf, inf), complex(inf, nan)*2)
	var e any = z
	switch v := e.(type) {
	case complex64:
		fmt.Println("64", v)
	case complex128:
		fmt.Println("128", v, real(v))
	}
	var f32 float32 = 1.5
	c64 := complex(f32, 2)
	fmt.Printf("%T %v\n", c64, c64)
	c := make(chan complex64, 1)
	c <- c64
	fmt.Println(<-c, func(a, b complex128) complex128 { return a * b }(1i, 1i))
	println(z, c64, real(z))
	ptr := &zs[0]
	*ptr *= 1i
	fmt.Println(zs[0], *ptr)
	defer func() {
		fmt.Println(recover())
		panic(C(1 + 2i))
	}()
	panic(1 + 2i)
}

func w2() complex128 { return 1i }
