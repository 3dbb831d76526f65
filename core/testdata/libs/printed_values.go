package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"
)

type P struct{ X, Y int }

func (p P) String() string { return fmt.Sprintf("<%d,%d>", p.X, p.Y) }

type Q struct{ v int }

func (q *Q) String() string { return fmt.Sprint("Q", q.v) }

type E struct{ code int }

func (e E) Error() string { return fmt.Sprint("E", e.code) }

type G struct{ a int }

func (g G) GoString() string { return "G!" }

type F struct{}

func (F) Format(s fmt.State, v rune) {
	w, wok := s.Width()
	p, pok := s.Precision()
	fmt.Fprintf(s, "F[%c %d %v %d %v %v]", v, w, wok, p, pok, s.Flag('+'))
}

type Tree struct {
	L, R *Tree
	V    int
}
type M map[string]M
type L []L
type Fn func(int, ...string) (bool, error)
type H struct {
	P
	*Q
	E  error
	I  any
	f  func()
	ch chan int
	m  map[P]*Q
	u  unexported
	t  time.Duration
}
type unexported struct{ s fmt.Stringer }

func main() {
	fmt.Println(map[P]int{{2, 1}: 1, {1, 2}: 2}, []P{{1, 2}}, &P{1, 2}, map[string]*P{"a": nil}, []*Q{nil}[0] == nil)
	fmt.Println(Q{1}, &Q{1}, []Q{{1}}, struct{ Q Q }{Q{2}}, map[string]Q{"a": {3}})
	fmt.Println([]error{E{1}, nil}, map[string]error{"x": E{2}}, struct{ E error }{E{3}})
	fmt.Printf("%v %+v %#v %s %d\n", G{1}, G{1}, G{1}, G{1}, G{1})
	fmt.Printf("%v %+5.2x %s %d|\n", F{}, F{}, []F{{}}, map[string]F{"k": {}})
	fmt.Printf("%v %+v\n", Tree{V: 1, L: &Tree{V: 2}}.R, Tree{V: 1})
	fmt.Printf("%#v\n", Tree{V: 1})
	fmt.Printf("%v %#v %T\n", M{"a": {"b": nil}}, M{"a": nil}, M{})
	fmt.Printf("%v %#v %T\n", L{{}, {{}}}, L{{}}, L{})
	fmt.Printf("%T %T %T %T %T\n", Fn(nil), func(a int, b ...string) {}, make(<-chan int), make(chan<- []string), struct {
		A int `x:"y"`
		b string
	}{})
	fmt.Printf("%T %T %T %T %T %T\n", [3]*int{}, map[string][]map[int]bool{}, new(any), errors.New("x"), fmt.Errorf("%w", os.ErrExist), 'x')
	h := H{P: P{1, 2}, E: E{4}, I: P{3, 4}, t: time.Second, u: unexported{P{5, 6}}}
	fmt.Printf("%v\n%+v\n", h.P, h.u)
	fmt.Printf("%+v\n", H{t: 5})
	fmt.Printf("%5v|%-5v|%05d|%x|%X|% x|%q|%v\n", []int{1, 22}, map[string]int{"a": 1}, []int{3}, "hi", []byte{1, 171}, []byte{1, 171}, []string{"a b", "c"}, [2]bool{true})
	fmt.Printf("%[2]d %[1]d %[2]*[1]d|%[3]q %[3]v %d\n", 1, 5, "s", 7)
	fmt.Printf("%s %v %d %t %f\n", nil, nil, nil, nil, nil)
	fmt.Printf("%s|%10s|%-10s|%.2s|%q|%x\n", "héllo", "héllo", "héllo", "héllo", "héllo\n", "héllo")
	fmt.Printf("%c|%q|%U|%#U|%d\n", 0x4E16, 0x4E16, 0x4E16, 0x4E16, '世')
	fmt.Printf("%b|%o|%#o|%O|%x|%#X|%e|%G\n", 10, 64, 64, 64, -255, 255, 1234.5678, 1e-10)
	fmt.Printf("%6.3f|%-8.2f|%+.1f|%08.3f|%g|%g|%v\n", 3.14159, 2.5, 1.0, -3.14159, 100000.0, 1e6, float32(0.1))
	fmt.Printf("%t|%5t|%v|%p\n", true, false, true, nil)
	fmt.Printf("%v %v\n", struct{}{}, [0]int{})
	fmt.Printf("%!|%z|%d|%", 1)
	fmt.Println()
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%d\n", 1, "x")
	fmt.Printf("%s\n", []any{1, "a", nil, E{1}, P{1, 1}, []byte("b")})
	fmt.Printf("%d\n", []any{1, "a", nil, 2.5})
	fmt.Printf("%v %s\n", &[]int{1}, &map[string]int{"a": 1})
	fmt.Printf("%v %d %s\n", &struct{ A *int }{}, &[2]int{1, 2}, &[]string{"x"})
	fmt.Println(fmt.Sprint(), fmt.Sprint(nil), fmt.Sprint("a", "b"), fmt.Sprint(1, 2), fmt.Sprint("a", 1, "b"), fmt.Sprintln("x", 1))
	fmt.Print("a", "b", 1, 2, true, "c", 3.5, '\n', "\n")
	fmt.Fprint(os.Stdout, 1, "x", 2, 3, "\n")
	fmt.Println(strings.Join(strings.SplitAfter("a,b,c", ","), "|"), strings.Fields(" a  b\tc\n"), strings.Map(func(r rune) rune {
		if r == 'a' {
			return -1
		}
		return r + 1
	}, "banana"))
	b := fmt.Appendf(nil, "%03d", 7)
	b = fmt.Append(b, "x", 1)
	fmt.Println(string(b))
	var np *P
	var ns fmt.Stringer
	fmt.Println(np, ns, []fmt.Stringer{nil})
	fmt.Printf("%v %+v %s\n", np, ns, np)
	fmt.Printf("%x %X %x\n", "hello", []string{"ab", "c"}, map[string]int{"z": 255})
	fmt.Printf("%08b %o %x %c\n", []byte{5}, []int{8}, [2]int{10, 11}, []rune("hi"))
	fmt.Printf("%v %v\n", time.Duration(1500)*time.Millisecond, []time.Duration{1, 1e9})
	fmt.Printf("%3d|%-3d|%03d\n", map[string]int{"a": 1}, []int{1}, [1]int{2})
	fmt.Printf("%+d %+d % d %x %X\n", 5, -5, 5, 3.0, 255)
	fmt.Printf("%.3v|%10.3v|%.0f|%5.1f%%\n", "abcdef", 3.14159, 2.5, 99.5)
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 1, 5, 2, 2, 3.14159)
	type pair struct {
		a, b any
	}
	fmt.Printf("%v %+v %#v\n", pair{1, "x"}, pair{nil, 2.5}, pair{[]int{1}, map[string]bool{"k": true}})
	fmt.Printf("%#v %#v %#v %#v %#v\n", 1.0, "q", 'c', []byte("b"), [2]string{"a"})
	fmt.Printf("%#v %#v %#v %#v\n", map[string]any{"z": 1, "a": nil}, struct{ X any }{2}, (*int)(nil), uint8(3))
	fmt.Printf("%#x %#o %#q %#b %#U\n", 255, 8, "a`b", 5, 'x')
}
