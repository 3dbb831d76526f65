package main

import (
	"errors"
	"fmt"
	"time"
)

type P struct {
	X, Y int
	name string
}
type Pt struct{ A int }

func (p Pt) String() string { return fmt.Sprintf("Pt<%d>", p.A) }

type PP struct{ A int }

func (p *PP) String() string { return fmt.Sprintf("PP<%d>", p.A) }

type E int

func (e E) Error() string { return fmt.Sprintf("E%d", int(e)) }

type W struct {
	P  Pt
	p  Pt
	Q  *PP
	E  error
	D  time.Duration
	M  map[string]Pt
	S  []Pt
	A  any
	in inner
	Emb
	emb2
}
type inner struct{ X Pt }
type Emb struct{ Z Pt }
type emb2 struct{ Z2 Pt }
type G struct{ a int }

func (G) GoString() string { return "G!" }

type Bad struct{ p *int }

func (b Bad) String() string { return fmt.Sprint(*b.p) }

type NilS struct{ n int }

func (n *NilS) String() string { return fmt.Sprint(n.n) }

type MyB []byte
type MyS []string
type T struct {
	a any
	b []any
	c map[string]any
	d *int
	e func()
	f [2]bool
	g float64
	h string
	i error
	j struct{ k, l int }
}

func main() {
	vals := []any{1, -5, int8(-3), uint8(200), uint64(1 << 63), uintptr(10), 1.5, float32(2.25), 1e7, 123456.0, 1e-7, "hi\n\"q\"", true, nil, 'x',
		[]int{1, 2}, []int(nil), []string{"a b", "c"}, [2]bool{true, false}, map[string]int{"z": 1, "a": 2}, map[int]string{3: "c", -1: "a"}, map[string]int(nil),
		P{1, 2, "n"}, &P{3, 4, "m"}, (*P)(nil), []P{{1, 2, "x"}}, []byte("xyz"), MyB("abc"), [3]byte{1, 2, 3}, MyS{"q"}, E(3), []error{E(1), nil, nil},
		Pt{7}, &Pt{8}, []Pt{{1}, {2}}, map[Pt]Pt{{1}: {2}}, &PP{5}, PP{6}, []*PP{}, struct{}{}, struct {
			A int
			B string
		}{1, "b"}, time.Duration(1500) * time.Millisecond, []time.Duration{1, 2000}, G{1}, []G{{2}}, Bad{}, (*NilS)(nil), &NilS{4},
		[]any{1, "a", nil, []any{2.5, 'c'}}, map[any]int{1: 1}, [][]int{{1}, nil, {2, 3}}, &[]int{1}, &map[string]int{"a": 1}, &[2]int{1, 2}, [0]int{},
		T{}, T{a: 1, b: []any{nil}, h: "x", i: E(9)}, W{P: Pt{1}, p: Pt{2}, E: E(4), D: 1500, M: map[string]Pt{"k": {3}}, S: []Pt{{4}}, A: Pt{5}, in: inner{Pt{6}}, Emb: Emb{Pt{7}}, emb2: emb2{Pt{8}}},
		map[bool]int{true: 1, false: 0}, map[[2]int]string{{2, 1}: "b", {1, 9}: "a"}, map[P]int{{1, 2, "b"}: 1, {1, 2, "a"}: 2}, map[float64]int{2.5: 1, -1: 2},
		errors.New("plain"), fmt.Errorf("wrap %d", 1), uint8('a'), []rune("hé"), []uint16{1, 2}, []float64{1, 2.5, 1e21}, []bool{true},
	}
	for i, v := range vals {
		for _, verb := range []string{"%v", "%+v", "%#v", "%d", "%s", "%q", "%x", "%X", "%t", "%T", "%5v|", "%-8v|", "%05d|", "%8.3f|", "%.2s|", "%c", "%U", "%b", "%o", "%e", "%g", "%+d", "% d", "%#x", "% x", "%+q", "%6q|", "%O", "%#o", "%G", "%.3v", "%08v", "%-08d|", "%F", "%+.2e", "%z", "%#q", "%+08d|", "%x|"} {
			if i == 51 && verb == "%p" {
				continue
			}
			fmt.Printf("%d %s: "+verb+"\n", i, verb[1:], v)
		}
		fmt.Println(i, v)
		fmt.Print(v, v, "s", v, "\n")
	}
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%d\n", 1, 2, "x", nil)
	fmt.Printf("%[2]d %[1]d %d\n", 1, 2)
	fmt.Printf("%[5]d %[x]d %[1]*d|%-*d|%.*f|%*d\n", 1, 2, 6, 3, 7)
	fmt.Printf("%6.2f|%-10s|%+v|%%|%5t|%3c|\n", 3.14159, "ab", P{}, true, 'x')
	fmt.Printf("%!|%|%z %")
	fmt.Println()
	fmt.Printf("%v %v\n", struct{ a, b any }{1, nil}, &struct{ p *int }{})
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0, nil, nil), fmt.Sprint(), fmt.Sprintln("x", 1))
	e := fmt.Errorf("a %w b %w", E(1), E(2))
	fmt.Println(e, errors.Is(e, E(1)), errors.Is(e, E(2)), errors.Is(e, E(3)), errors.Unwrap(e))
	fmt.Printf("%w %d\n", E(1), E(2))
	fmt.Printf("%v %s\n", errors.Unwrap(fmt.Errorf("x: %w", E(5))), fmt.Errorf("no %d", 3))
	var np *int
	var nf func()
	var nm map[string]int
	fmt.Println(np, nf == nil, nm, np == nil)
	fmt.Printf("%p %v %+v %#v %d %x\n", np, np, np, np, np, np)
	fmt.Printf("%6d|%-6d|%06d|%x|%X|%#X|%o|%b|%+d|%c|%q|%U|%#U\n", 42, 42, -42, 255, 255, 255, 8, 5, 7, 0x4e16, 0x4e16, 0x4e16, 0x4e16)
	fmt.Printf("%6.3d|%.0d|%.5d|%+.3d|%x|%X\n", 7, 0, -12, 5, -255, "hello")
	fmt.Printf("%t %v %5t|%q\n", true, false, true, []string{"a\tb", "ü"})
	fmt.Printf("%s|%10s|%-10s|%.1s|%5.1s|%x|% X|%#x\n", "héllo", "héllo", "héllo", "héllo", "héllo", "hé", "hé", "hé")
	fmt.Printf("%e %E %.3g %g %G %.0f %5.1f|%-8.2f|%+f|% f|%08.3f|%+08.3f\n", 123456.789, 1e-10, 123456.789, 1e6, 1e-7, 2.5, 3.14159, 2.5, 1.0, 1.0, -3.14159, 3.14159)
	fmt.Printf("%v %v %v %v %v %g\n", 100000.0, 1000000.0, 1234567.0, 0.00001, float32(16777216.0), float32(0.1))
	fmt.Printf("%#v %#v %#v %#v %#v %#v\n", 1.0, 1e20, float32(2.5), "q`", 'x', uint8(3))
	fmt.Printf("%#v %#v %#v\n", map[string]any{"a": 1, "b": nil}, []any{1, "x", nil, E(2)}, struct{ E error }{})
	fmt.Printf("%+d %x %X %o %q\n", []int{1, -2}, []int{10, 11}, []string{"ab"}, [2]int{8, 9}, []any{"a", 1})
	fmt.Printf("%5d|%-5d|%05d\n", []int{1, 2}, []int{3}, map[string]int{"a": 7})
	fmt.Printf("%s %v %d\n", []any{"a", 1, nil}, [3]any{}, []any{nil, "s"})
}
