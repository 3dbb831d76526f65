package main

import "fmt"

type T struct{ n int }

func (t T) Val() int   { return t.n }
func (t *T) Ptr() int  { return t.n }
func mk(s string) string { fmt.Print(s, " "); return s }
func idx(i int) int      { fmt.Print("i", i, " "); return i }

type S struct {
	m map[string][]int
	f func(int) int
}

func variadic(pre string, xs ...int) string { return fmt.Sprint(pre, len(xs), xs) }
func multi() (int, string, error)           { return 1, "x", nil }
func take(a int, b string, c error) string  { return fmt.Sprint(a, b, c) }
func named() (x int, err error) {
	defer func() {
		if r := recover(); r != nil {
			x *= 2
			err = fmt.Errorf("recovered %v", r)
		}
	}()
	x = 21
	panic("p")
}
func deferOrder() (s string) {
	for i := 0; i < 3; i++ {
		defer func(n int) { s += fmt.Sprint(n, i) }(i * 10)
	}
	return "start "
}
func nest() {
	defer fmt.Println("outer deferred")
	defer func() {
		defer func() { fmt.Println("inner recovered:", recover()) }()
		panic(fmt.Sprint("second after ", recover()))
	}()
	panic("first")
}

type Celsius float64
type Temp interface{ ~float64 }

func avg[T Temp](ts map[string]T) T {
	var s T
	for _, t := range ts {
		s += t
	}
	return s / T(len(ts))
}

type List[T any] struct {
	head *node[T]
	size int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Add(v T) *List[T] {
	l.head = &node[T]{v, l.head}
	l.size++
	return l
}
func (l *List[T]) Each(f func(int, T)) {
	i := 0
	for n := l.head; n != nil; n = n.next {
		f(i, n.v)
		i++
	}
}

type Set = map[string]struct{}
type Visitor interface{ Visit(any) Visitor }
type VF func(any) Visitor

func (f VF) Visit(x any) Visitor { return f(x) }

var (
	a = b + 1
	b = f()
	c = map[string]int{"a": a, "b": b}
)

func f() int { return 41 }
func init()  { c["init"]++ }
func init()  { c["init"]++ }

func main() {
	fmt.Println(a, b, c)
	m := map[string]map[int]string{"x": {1: "one"}}
	m["x"][2] = mk("two")
	m[mk("x")][idx(3)] = mk("three")
	fmt.Println(m)
	arr := []int{0, 0, 0}
	arr[idx(0)], arr[idx(1)] = idx(5), idx(6)
	fmt.Println(arr)
	fmt.Println(take(multi()), variadic("p"), variadic("p", 1), variadic("p", arr...))
	fmt.Println(named())
	fmt.Println(deferOrder())
	nest()
	t := T{1}
	v, p := t.Val, t.Ptr
	t.n = 2
	fmt.Println(v(), p(), T.Val(t), (*T).Ptr(&t), (*T).Val(&t))
	s := S{m: map[string][]int{}, f: func(i int) int { return i * i }}
	s.m["k"] = append(s.m["k"], s.f(3), s.f(4))
	s.m["k"][0]++
	fmt.Println(s.m, len(s.m["none"]), s.m["none"] == nil)
	fmt.Println(avg(map[string]Celsius{"a": 10, "b": 20}))
	new(List[string]).Add("x").Add("y").Each(func(i int, s string) { fmt.Print(i, s, " ") })
	fmt.Println()
	set := Set{"a": {}}
	if _, ok := set["a"]; ok {
		delete(set, "a")
	}
	fmt.Println(len(set), set)
	depth := 0
	var vf VF
	vf = func(x any) Visitor {
		depth++
		if depth > 3 {
			return nil
		}
		return vf
	}
	for v := Visitor(vf); v != nil; v = v.Visit(1) {
	}
	fmt.Println(depth)
	x := 10
	if x := 5; x > 3 {
		x := x * 2
		fmt.Println(x)
	} else if y := x; y > 0 {
		fmt.Println(y)
	}
	fmt.Println(x)
	switch y := any(x).(type) {
	case int, string:
		fmt.Printf("%T %v\n", y, y)
	}
	switch {
	case x > 5 && x < 20:
		fmt.Println("mid")
		fallthrough
	case x > 100:
		fmt.Println("fall")
	case x > 5:
		fmt.Println("never")
	}
	i := 0
loop:
	for {
		switch {
		case i > 5:
			break loop
		case i%2 == 0:
			i += 3
			continue loop
		}
		i++
	}
	fmt.Println(i)
	funcs := map[string]func(...float64) float64{
		"sum": func(xs ...float64) (t float64) {
			for _, x := range xs {
				t += x
			}
			return
		},
		"max": func(xs ...float64) float64 { return max(xs[0], xs[1]) },
	}
	fmt.Println(funcs["sum"](1, 2, 3.5), funcs["max"](2, 7), funcs["nope"] == nil)
	anon := []struct {
		name string
		want int
	}{{"a", 1}, {name: "b"}}
	for _, tc := range anon {
		fmt.Print(tc.name, tc.want, " ")
	}
	fmt.Println(anon[0] == struct {
		name string
		want int
	}{"a", 1})
	const (
		A = iota * 10
		B
		_
		D
	)
	fmt.Println(A, B, D)
	bs := []byte("hello")
	bs[0] = 'H'
	str := string(bs)
	bs[1] = 'E'
	fmt.Println(str, string(bs), str < "hello", str+"!", len("日本"), str[1:3], []byte(str)[0])
	type Op struct {
		Name string
		Fn   func(int, int) int
	}
	for _, op := range []Op{{"add", func(a, b int) int { return a + b }}, {"mul", func(a, b int) int { return a * b }}} {
		fmt.Print(op.Name, op.Fn(3, 4), " ")
	}
	fmt.Println()
	m2 := map[[2]string]int{{"a", "b"}: 1}
	m2[[2]string{"a", "b"}]++
	m3 := map[struct{ x, y int }]string{{1, 2}: "p"}
	m4 := map[interface{}]string{[2]int{1, 2}: "arr", struct{}{}: "empty", 1.5: "f"}
	fmt.Println(m2, m3, m4[[2]int{1, 2}], m4[struct{}{}], m4[1.5])
	var iface interface{} = m2
	if mm, ok := iface.(map[[2]string]int); ok {
		mm[[2]string{"c", "d"}] = 9
	}
	fmt.Println(len(m2))
	ptrs := map[*T]int{}
	t1, t2 := &T{1}, &T{1}
	ptrs[t1]++
	ptrs[t2]++
	ptrs[t1]++
	fmt.Println(len(ptrs), ptrs[t1])
	delete(ptrs, t1)
	delete(ptrs, nil)
	for k := range ptrs {
		fmt.Println(*k)
	}
	for range 2 {
		fmt.Print(".")
	}
	for i := range 3 {
		fmt.Print(i)
	}
	fmt.Println()
	sl := make([]int, 3, 10)
	clear(sl[:2])
	sl2 := append(sl, 1)
	sl3 := append(sl, 2)
	fmt.Println(sl2, sl3, len(sl), cap(sl[2:]), cap(sl[2:4:6]))
	goto end
end:
	fmt.Println("end")
}
