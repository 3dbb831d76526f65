package main

import "fmt"

type P struct{ x, y int }

func main() {
	var s []int
	last := -1
	for i := 0; i < 3000; i++ {
		s = append(s, i)
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	var b []byte
	last = -1
	for i := 0; i < 3000; i++ {
		b = append(b, byte(i))
		if cap(b) != last {
			last = cap(b)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	var ss []string
	last = -1
	for i := 0; i < 1000; i++ {
		ss = append(ss, "x")
		if cap(ss) != last {
			last = cap(ss)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	var ps []P
	last = -1
	for i := 0; i < 1000; i++ {
		ps = append(ps, P{i, i})
		if cap(ps) != last {
			last = cap(ps)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	var p3 [][3]int32
	last = -1
	for i := 0; i < 700; i++ {
		p3 = append(p3, [3]int32{1})
		if cap(p3) != last {
			last = cap(p3)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	fmt.Println(cap(append([]int{}, 1, 2, 3)), cap(append([]int{1, 2}, 3)), cap(append([]byte("abc"), "defgh"...)), cap(append([]int(nil), make([]int, 5)...)), cap(append([]int{1, 2, 3, 4}, 5, 6, 7, 8, 9)))
	a := []int{1, 2, 3, 4, 5}
	x := a[1:3]
	fmt.Println(len(x), cap(x), x)
	x = append(x, 99)
	fmt.Println(a, x)
	y := a[1:3:3]
	y = append(y, 77)
	fmt.Println(a, y, cap(y))
	z := x[:4]
	fmt.Println(z)
	copy(a[1:], a)
	fmt.Println(a)
	a = append(a[:1], a[2:]...)
	fmt.Println(a, len(a), cap(a))
	var nl []int
	fmt.Println(nl == nil, len(nl), nl[:0] == nil, nl[0:0:0] == nil, []int{} == nil)
	for range nl {
		fmt.Println("no")
	}
	m := make([]int, 3, 10)
	m2 := m[2:8]
	fmt.Println(m, m2, len(m2), cap(m2))
	arr := [5]int{1, 2, 3, 4, 5}
	sl := arr[:]
	sl[0] = 100
	brr := arr
	brr[1] = 200
	fmt.Println(arr, brr, arr == brr, sl)
	pa := &arr
	pa[2] = 300
	for i, v := range pa {
		fmt.Print(i, v, " ")
	}
	fmt.Println(len(pa), cap(pa), pa[1:2])
	for i, v := range arr {
		arr[4] = 1000
		if i == 4 {
			fmt.Println("copy", v)
		}
	}
	for i, v := range sl {
		sl[4] = 2000
		if i == 4 {
			fmt.Println("noc", v)
		}
	}
	idx := [...]string{2: "c", 0: "a", 5: "f"}
	fmt.Println(len(idx), idx, fmt.Sprintf("%q", idx))
	sidx := []int{5: 1, 2, 1: 7}
	fmt.Println(sidx, len(sidx))
	nested := [][]int{{1}, {2, 3}, nil, {}}
	nested[2] = append(nested[2], 9)
	fmt.Println(nested, len(nested[3]))
	mat := [3][4]int{}
	for i := range mat {
		for j := range mat[i] {
			mat[i][j] = i * j
		}
	}
	mm := mat
	mm[2][3] = -1
	fmt.Println(mat, mm, mat != mm)
	st := []struct {
		a int
		b [2]string
	}{{1, [2]string{"x", "y"}}, {b: [2]string{1: "q"}}}
	st[1].b[0] = "w"
	st[0].a++
	fmt.Printf("%v %+v\n", st, st)
	pp := []*P{{1, 2}, {3, 4}}
	pp[1].x += 10
	fmt.Println(*pp[0], *pp[1])
	i := 3
	arr[i], i = i, 0
	fmt.Println(arr, i)
	func(v ...int) { v[0] = 42; fmt.Println(v, len(v), cap(v)) }(sl...)
	fmt.Println(arr)
	func(v ...int) { fmt.Println(v == nil, len(v)) }()
	func(v ...any) { fmt.Println(v...) }(1, "a", nil, 2.5)
	a5 := [5]int(sl)
	ap := (*[2]int)(sl)
	ap[1] = 55
	fmt.Println(a5, *ap, sl)
	fmt.Println(arr)
	self := []any{1, 2}
	self = append(self, self...)
	fmt.Println(self, len(self))
	t := a[:2]
	t, u := append(t, 10), append(t, 20)
	fmt.Println(t, u)
	var e []struct{}
	e = append(e, struct{}{}, struct{}{})
	fmt.Println(len(e), e)
	big := make([]int, 0, 4)
	b1 := append(big, 1)
	b2 := append(big, 2)
	fmt.Println(b1, b2, big[:1])
	fmt.Println(append(append([]int(nil), 1), append([]int{2}, 3)...))
	const N = 3
	var ca [N * 2]int
	ca[N]++
	ca[N] += 5
	fmt.Println(ca, len(ca), [2]bool{true}, [...]float64{1.5, 2})
}
