// Slices, len, min and the like come in their turn among the calls; loads come behind all calls.
package main

import "fmt"

type record struct {
	n int
	s []int
	a [3]int
}

var gs = []int{1, 2, 3}
var gn = 4
var gt = &record{n: 1, s: []int{1, 2}}

func three(a, b, c any) { fmt.Println(a, b, c) }
func ints(a, b, c int)  { fmt.Println(a, b, c) }
func vari(a ...int)     { fmt.Println(a) }
func two() (int, int)   { return 1, 2 }

func calls() {
	x := 1
	s := []int{1, 2, 3}
	t := record{n: 1, s: []int{1, 2, 3}}
	pt := &t
	str := "hello"
	m := map[int]int{1: 1}
	f := 1.5
	var e any = 3
	k := func() int {
		x += 10
		s = s[:len(s)-1]
		t.n += 10
		t.s = t.s[:1]
		t.a[0]++
		str = str[1:]
		m[1] += 10
		f *= 2
		e = "s"
		gs = gs[:1]
		gn++
		gt.n += 5
		return 4
	}
	reset := func() {
		x, s, t, str, m, f, e = 1, []int{1, 2, 3}, record{n: 1, s: []int{1, 2, 3}}, "hello", map[int]int{1: 1}, 1.5, 3
		gs, gn, gt = []int{1, 2, 3}, 4, &record{n: 1, s: []int{1, 2}}
	}
	reset()
	fmt.Println(x, k(), x+1)
	reset()
	fmt.Println(x+1, k(), -x)
	reset()
	fmt.Println(len(s), k(), cap(s))
	reset()
	fmt.Println(s[0], k(), s[1:])
	reset()
	fmt.Println(s, k(), s[1:2])
	reset()
	fmt.Println(s[1:], k(), t)
	reset()
	fmt.Println(t, k(), pt.n)
	reset()
	fmt.Println(t.n, k(), pt.s)
	reset()
	fmt.Println(pt.n, k(), *pt)
	reset()
	fmt.Println(*pt, k(), len(pt.s))
	reset()
	fmt.Println(str, k(), str[0])
	reset()
	fmt.Println(str[1:], k(), len(str))
	reset()
	fmt.Println(len(str), k(), str+"x")
	reset()
	fmt.Println(m[1], k(), len(m))
	reset()
	fmt.Println(int64(x), k(), float64(x))
	reset()
	fmt.Println(f, k(), f*2)
	reset()
	fmt.Println(f*2, k(), x == 1)
	reset()
	fmt.Println(e, k(), e)
	reset()
	fmt.Println(len(gs), k(), gn)
	reset()
	fmt.Println(gn, k(), gn+1)
	reset()
	fmt.Println(gn+1, k(), gt.n)
	reset()
	fmt.Println(gt.n, k(), gt.n+1)
	reset()
	fmt.Println(gt.n+1, k(), len(gt.s))
	reset()
	fmt.Println(t.a[0], k(), t.a)
	reset()
	fmt.Println(t.a, k(), len(t.a))
	reset()
	three(x, k(), x+1)
	reset()
	three(x+1, k(), len(s))
	reset()
	three(len(s), k(), t.n)
	reset()
	ints(x, k(), x)
	reset()
	ints(x+1, k(), x)
	reset()
	ints(len(s), k(), cap(s))
	reset()
	ints(t.n, k(), pt.n)
	reset()
	ints(pt.n, k(), m[1])
	reset()
	ints(m[1], k(), gn)
	reset()
	ints(gn, k(), len(gs))
	reset()
	ints(len(gs), k(), gt.n)
	reset()
	ints(gt.n, k(), 0)
	reset()
	ints(len(str), k(), int(str[0]))
	reset()
	vari(x, k(), x)
	reset()
	vari(len(s), k(), x+1)
	reset()
	vari(x+1, k(), t.n)
	reset()
	vari(t.n, k(), len(s))
	reset()
	fmt.Println([]int{x, k(), x + 1, len(s)})
	reset()
	fmt.Println([]int{x + 1, k(), len(s), t.n})
	reset()
	fmt.Println([]int{len(s), k(), gn, gn + 1})
	reset()
	fmt.Println([]int{gn + 1, k()}, [2]int{gn, k()})
	reset()
	y := x + k()
	fmt.Println(y)
	reset()
	y = k() + x
	fmt.Println(y)
	reset()
	y = len(s) + k()
	fmt.Println(y)
	reset()
	y = len(s)*2 + k()*x
	fmt.Println(y)
	reset()
	a, b, c := x, k(), x
	fmt.Println(a, b, c)
	reset()
	a, b, c = len(s), k(), x+1
	fmt.Println(a, b, c)
	reset()
	a, b, c = x+1, k(), len(s)
	fmt.Println(a, b, c)
	reset()
	a, b, c = t.n, k(), gn
	fmt.Println(a, b, c)
	reset()
	m[x], b = k(), x
	fmt.Println(m, b)
	reset()
	if x+1 == 2 && k() == 4 && x == 11 {
		fmt.Println("yes", x)
	}
	reset()
	fmt.Println(func() (int, int) { return x, k() }())
	reset()
	fmt.Println(func() (int, int) { return len(s), k() }())
	reset()
	fmt.Println(func() (int, int, int) { return x + 1, k(), gn }())
	reset()
	fmt.Println(func() (any, any) { return x, k() }())
	reset()
	fmt.Println(func() (any, any) { return len(s), k() }())
	reset()
	defer fmt.Println(x, k(), len(s))
	reset()
	ch := make(chan []int, 9)
	ch <- []int{x, k(), len(s)}
	fmt.Println(<-ch)
	reset()
	fmt.Println(min(x, k()), max(len(s), k()))
	reset()
	fmt.Println(fmt.Sprint(x, len(s)), k(), fmt.Sprint(x, len(s)))
}

func operators() {
	s := []int{1, 2, 3}
	t := struct{ s []int }{[]int{1, 2, 3}}
	pt := &t
	x := 1
	b := true
	str := "hello"
	arr := [3]int{1, 2, 3}
	k := func() int {
		s = s[:1]
		t.s = t.s[:1]
		x = 9
		b = false
		str = "zzzzzzzzzzzz"
		arr[0] = 50
		return 4
	}
	reset := func() { s, t.s, x, b, str, arr = []int{1, 2, 3}, []int{1, 2, 3}, 1, true, "hello", [3]int{1, 2, 3} }
	a := func(v ...any) { fmt.Println(v...) }
	reset()
	a("len(s)", len(s), k())
	reset()
	a("len(t.s)", len(t.s), k())
	reset()
	a("len(pt.s)", len(pt.s), k())
	reset()
	a("len(s)+1", len(s)+1, k())
	reset()
	a("x+len(s)", x+len(s), k())
	reset()
	a("s[0]", s[0], k())
	reset()
	a("s[x-x]", s[x-x], k())
	reset()
	a("b", b, k())
	reset()
	a("x", x, k())
	reset()
	a("-x", -x, k())

	reset()
	a("arr[0]", arr[0], k())

	reset()
	a("int32(x)", int32(x), k())
	reset()
	a("x/1", x/x, k())
	reset()
	a("[]byte(str)", string([]byte(str)), k())
	reset()
	a("x<<1", x<<x, k())
	reset()
	a("&&", b && x == 1, k())
	reset()
	y := len(s) - k()
	a(y)
	reset()
	y = s[0] - k()
	a(y)
	reset()
	y = int(str[0]) - k()
	a(y)
	reset()
	y = x + 1 - k()
	a(y)
	reset()
	y = len(pt.s) - k()
	a(y)
	reset()
	z := x == 1 == (k() == 4)
	a(z)
	reset()
	z = str == "hello" == (k() == 4)
	a(z)
	reset()
	z = b == (k() == 4)
	a(z)
	reset()
	z = !b == (k() == 4)
	a(z)
	reset()
	w := fmt.Sprint(len(s)) + fmt.Sprint(k())
	a(w)
	reset()
	w = str + fmt.Sprint(k())
	a(w)
	reset()
	w = str[1:] + fmt.Sprint(k())
	a(w)
	reset()
	w = str + "a" + fmt.Sprint(k())
	a(w)
}

func main() {
	calls()
	operators()
}
