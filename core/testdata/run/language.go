package main

import (
	"errors"
	"fmt"
	"sort"
)

type Shape interface {
	Area() float64
	Name() string
}
type Sq struct{ s float64 }
type Ci struct{ r float64 }

func (s Sq) Area() float64  { return s.s * s.s }
func (s Sq) Name() string   { return "sq" }
func (c *Ci) Area() float64 { return 3 * c.r * c.r }
func (c *Ci) Name() string  { return "ci" }

type Base struct{ id int }

func (b Base) ID() int      { return b.id }
func (b *Base) SetID(n int) { b.id = n }

type Mid struct {
	Base
	tag string
}
type Top struct {
	*Mid
	Shape
	extra int
}

type Node struct {
	v    int
	l, r *Node
}

func (n *Node) insert(v int) *Node {
	if n == nil {
		return &Node{v: v}
	}
	if v < n.v {
		n.l = n.l.insert(v)
	} else {
		n.r = n.r.insert(v)
	}
	return n
}
func (n *Node) walk(f func(int)) {
	if n == nil {
		return
	}
	n.l.walk(f)
	f(n.v)
	n.r.walk(f)
}

type Op func(int, int) int

func (o Op) apply(a, b int) int { return o(a, b) }

func named() (a int, err error) {
	defer func() {
		a *= 2
		if r := recover(); r != nil {
			err = fmt.Errorf("rec: %v", r)
		}
	}()
	a = 5
	var m map[string]int
	m["x"] = 1
	return 1, nil
}
func multi() (int, string, error) { return 1, "two", nil }
func variadic(pre string, xs ...any) string {
	return fmt.Sprint(pre, len(xs), xs)
}
func deferOrder() (s string) {
	for i := 0; i < 3; i++ {
		defer func(n int) { s += fmt.Sprint(n, i, ";") }(i * 10)
	}
	return "start "
}

var trace []string

func t(s string, n int) int { trace = append(trace, s); return n }

type Celsius float64

func (c Celsius) F() float64 { return float64(c)*9/5 + 32 }

type Stack []int

func (s *Stack) Push(v int) { *s = append(*s, v) }
func (s *Stack) Pop() int {
	o := *s
	v := o[len(o)-1]
	*s = o[:len(o)-1]
	return v
}
func (s Stack) Len() int { return len(s) }

type M map[string][]int

func (m M) add(k string, v int) { m[k] = append(m[k], v) }

func classify(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int8:
		return fmt.Sprintf("int-ish %v %T", v, v)
	case string:
		return "string " + v + "!"
	case []int:
		return fmt.Sprint("slice ", len(v))
	case error:
		return "error " + v.Error()
	case fmt.Stringer:
		return "stringer " + v.String()
	case func() int:
		return fmt.Sprint("func ", v())
	case *int:
		return fmt.Sprint("ptr ", *v)
	case map[string]int:
		return fmt.Sprint("map ", v["a"])
	case struct{ A int }:
		return fmt.Sprint("struct ", v.A)
	default:
		return fmt.Sprintf("other %T", v)
	}
}

func main() {
	shapes := []Shape{Sq{2}, &Ci{1}, &Sq{3}}
	total := 0.0
	for i, s := range shapes {
		total += s.Area()
		fmt.Println(i, s.Name(), s.Area())
		if c, ok := s.(*Ci); ok {
			c.r = 10
		}
		if _, ok := s.(Sq); ok {
			fmt.Println("is Sq")
		}
	}
	fmt.Println(total, shapes[1].Area())
	top := Top{Mid: &Mid{Base{7}, "t"}, Shape: Sq{5}}
	top.SetID(99)
	fmt.Println(top.ID(), top.id, top.Mid.Base.id, top.Area(), top.tag, top.Shape.Name())
	f := top.ID
	top.SetID(100)
	g := top.SetID
	g(5)
	h := Base.ID
	k := (*Base).SetID
	k(&top.Base, 77)
	fmt.Println(f(), top.ID(), h(top.Base), Sq.Area(Sq{4}), Shape.Name(Sq{}), (*Ci).Area(&Ci{2}))
	ar := top.Area
	top.Shape = Sq{6}
	fmt.Println(ar(), top.Area(), Top.Area(top), Top.ID(top))
	var root *Node
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		root = root.insert(v)
	}
	var out []int
	root.walk(func(v int) { out = append(out, v) })
	fmt.Println(out)
	add := Op(func(a, b int) int { return a + b })
	fmt.Println(add.apply(3, 4), Op.apply(add, 1, 2))
	fmt.Println(named())
	a, b, c := multi()
	fmt.Println(a, b, c)
	fmt.Println(multi())
	fmt.Println(variadic("p"), variadic("p", 1, "a"), variadic("p", []any{1, 2}...), variadic("p", []any{1, 2}), variadic("p", nil), variadic("p", nil...))
	fmt.Println(deferOrder())
	x := []int{t("a", 1), t("b", 2)}[t("c", 1)] + t("d", 4)*t("e", 5)
	m := map[int]int{t("k1", 1): t("v1", 1), t("k2", 2): t("v2", 2)}
	fmt.Println(x, m, trace)
	trace = nil
	arr := [3]int{}
	arr[t("i", 1)], m[t("mk", 5)] = t("r1", 7), t("r2", 8)
	fmt.Println(arr, m, trace)
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	for i := 0; i < 6; i++ {
		if i%2 == 0 {
			i++
		}
		fs = append(fs, func() int { return i })
	}
	for _, f := range fs[3:] {
		fmt.Print(f(), " ")
	}
	fmt.Println(Celsius(100).F(), Celsius(-40).F())
	var st Stack
	st.Push(1)
	st.Push(2)
	fmt.Println(st.Pop(), st.Len(), st)
	mm := M{}
	mm.add("a", 1)
	mm.add("a", 2)
	fmt.Println(mm, len(mm["zz"]))
	n := 5
	for _, v := range []any{nil, 1, int8(2), "s", []int{1}, errors.New("e"), Celsius(1), func() int { return 3 }, &n, map[string]int{"a": 4}, struct{ A int }{6}, 2.5, [2]int{}} {
		fmt.Println(classify(v))
	}
	switch n := 5; {
	case n > 3:
		fmt.Println("gt3")
		fallthrough
	case n > 100:
		fmt.Println("fell")
	case n > 4:
		fmt.Println("no")
	default:
		fmt.Println("def")
	}
	switch n {
	case 1, 2, 3:
		fmt.Println("low")
	case 4, 5:
		fmt.Println("mid")
	}
	switch {
	default:
		fmt.Println("default first")
	case n == 5:
		fmt.Println("five")
	}
outer:
	for i := 0; i < 3; i++ {
		for j := 0; j < 3; j++ {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	i := 0
loop:
	if i < 3 {
		fmt.Print("goto", i, " ")
		i++
		goto loop
	}
	fmt.Println()
sw:
	switch {
	case true:
		for {
			break sw
		}
		fmt.Println("unreached")
	}
	p := &struct {
		a [3]int
		m map[string]*Node
	}{m: map[string]*Node{"x": {v: 1}}}
	p.a[1]++
	p.m["x"].v += 5
	p.m["y"] = p.m["x"]
	p.m["y"].l = &Node{v: 9}
	fmt.Println(p.a, p.m["x"].v, p.m["x"].l.v, p.m["zz"] == nil)
	s := struct {
		a, b int
		c    string
	}{1, 2, "x"}
	s2 := s
	s2.c += "y"
	fmt.Println(s == s2, s != s2, s, s2, s == struct {
		a, b int
		c    string
	}{1, 2, "x"})
	type K struct {
		a int
		b string
		c [2]bool
	}
	km := map[K]string{{1, "a", [2]bool{true, false}}: "one"}
	km[K{a: 2}] = "two"
	fmt.Println(km[K{1, "a", [2]bool{true}}], km[K{2, "", [2]bool{}}], len(km), km[K{}])
	ip := new(int)
	*ip = 3
	jp := ip
	*jp++
	pp := &jp
	**pp *= 10
	fmt.Println(*ip, ip == jp, *pp == ip)
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		var np *Node
		fmt.Println(np.v)
	}()
	keys := []string{}
	for k := range map[string]int{"b": 1, "a": 2, "c": 3} {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	fmt.Println(keys)
	for i := range 3 {
		fmt.Print(i)
	}
	for range 2 {
		fmt.Print("x")
	}
	var i8 int8 = 3
	for i := range i8 {
		fmt.Printf("%T", i)
	}
	fmt.Println()
	var e1, e2 any = 1, 1
	var e3 any = int64(1)
	fmt.Println(e1 == e2, e1 == e3, e1 == 1, e3 == int64(1), e1 != nil)
	var er error
	var pe *MyErr
	fmt.Println(er == nil, pe == nil)
	er = pe
	fmt.Println(er == nil, er != nil)
	const big = 1 << 40
	fmt.Println(big>>38, uint8(big>>33))
	var arr2 [2][3]int
	arr2[1][2] = 5
	arr3 := arr2
	arr3[1][2]++
	fmt.Println(arr2, arr3, len(arr2[0]))
	for i, row := range arr2 {
		for j := range row {
			arr2[i][j] += i*10 + j
		}
	}
	fmt.Println(arr2)
	ff := func(n int) (r int) {
		defer func() { r += n }()
		return n * 2
	}
	fmt.Println(ff(5))
	fib := func() func() int {
		a, b := 0, 1
		return func() int { a, b = b, a+b; return a }
	}()
	for i := 0; i < 10; i++ {
		fmt.Print(fib(), " ")
	}
	fmt.Println()
	var rec func(int) int
	rec = func(n int) int {
		if n <= 1 {
			return 1
		}
		return n * rec(n-1)
	}
	fmt.Println(rec(20))
}

type MyErr struct{}

func (*MyErr) Error() string { return "myerr" }
