package main

import "fmt"

type Op func(a, b int) (int, error)
type Token struct {
	Kind string
	Text string
}

var ops = map[string]struct {
	prec int
	fn   Op
}{
	"+": {1, func(a, b int) (int, error) { return a + b, nil }},
	"-": {1, func(a, b int) (int, error) { return a - b, nil }},
	"*": {2, func(a, b int) (int, error) { return a * b, nil }},
	"/": {2, func(a, b int) (int, error) {
		if b == 0 {
			return 0, fmt.Errorf("division of %d by zero", a)
		}
		return a / b, nil
	}},
}

func lex(s string) (ts []Token, err error) {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == ' ':
			i++
		case c >= '0' && c <= '9':
			j := i
			for ; j < len(s) && s[j] >= '0' && s[j] <= '9'; j++ {
			}
			ts = append(ts, Token{"num", s[i:j]})
			i = j
		case c == '(' || c == ')':
			ts = append(ts, Token{string(c), ""})
			i++
		default:
			if _, ok := ops[string(c)]; !ok {
				return nil, fmt.Errorf("bad character %q at %d", c, i)
			}
			ts = append(ts, Token{"op", string(c)})
			i++
		}
	}
	return
}

type parser struct {
	ts []Token
	at int
}

func (p *parser) peek() (t Token) {
	if p.at < len(p.ts) {
		t = p.ts[p.at]
	}
	return
}

func (p *parser) expr(min int) (v int, err error) {
	t := p.peek()
	p.at++
	switch t.Kind {
	case "num":
		if _, err = fmt.Sscan(t.Text, &v); err != nil {
			return
		}
	case "(":
		if v, err = p.expr(0); err != nil {
			return
		}
		if p.peek().Kind != ")" {
			return 0, fmt.Errorf("missing )")
		}
		p.at++
	case "op":
		if t.Text == "-" {
			v, err = p.expr(3)
			v = -v
			if err != nil {
				return
			}
			break
		}
		fallthrough
	default:
		return 0, fmt.Errorf("unexpected %+v", t)
	}
	for {
		t := p.peek()
		op, ok := ops[t.Text]
		if t.Kind != "op" || !ok || op.prec <= min {
			return
		}
		p.at++
		var r int
		if r, err = p.expr(op.prec); err != nil {
			return
		}
		if v, err = op.fn(v, r); err != nil {
			return
		}
	}
}

func eval(s string) (int, error) {
	ts, err := lex(s)
	if err != nil {
		return 0, err
	}
	p := &parser{ts: ts}
	v, err := p.expr(0)
	if err == nil && p.at < len(ts) {
		err = fmt.Errorf("extra %v", ts[p.at:])
	}
	return v, err
}

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Named interface{ Name() string }
type NamedShape interface {
	Shape
	Named
}
type sq struct{ s float64 }

func (s sq) Area() float64      { return s.s * s.s }
func (s sq) Perimeter() float64 { return 4 * s.s }
func (s *sq) Name() string      { return "sq" }

type base struct{ id int }

func (b base) ID() int     { return b.id }
func (b *base) SetID(i int) { b.id = i }

type mid struct {
	base
	extra string
}
type top struct {
	*mid
	base2
}
type base2 struct{ z int }

func (b base2) Z() int { return b.z }

func main() {
	for _, e := range []string{"1+2*3", "(1+2)*3", "8/(4-4)", "2*(3+4", "7-2-1", "-3*2", "4 $ 4", "1 2", ""} {
		v, err := eval(e)
		fmt.Printf("%-10q = %d, %v\n", e, v, err)
	}
	var s Shape = &sq{2}
	if n, ok := s.(Named); ok {
		fmt.Println(n.Name(), s.Area())
	}
	_, ok := Shape(sq{1}).(NamedShape)
	fmt.Println(ok)
	t := top{&mid{base{1}, "e"}, base2{5}}
	t.SetID(7)
	f := t.SetID
	f(8)
	g := t.ID
	t.SetID(9)
	fmt.Println(t.ID(), g(), t.id, t.mid.base.id, t.Z(), t.extra)
	h := (*base).SetID
	h(&t.mid.base, 10)
	k := base.ID
	fmt.Println(k(t.base), interface{ ID() int }(t).ID())
	counter := func() (inc func() int, get func() int) {
		n := 0
		return func() int { n++; return n }, func() int { return n }
	}
	inc, get := counter()
	inc()
	inc()
	fmt.Println(get())
	var fs [3]func()
	for i := range fs {
		fs[i] = func() { fmt.Print(i, " ") }
	}
	for _, f := range fs {
		f()
	}
	fmt.Println()
	func(xs ...string) { fmt.Println(len(xs), xs == nil, xs) }()
	func(a int, xs ...any) { fmt.Println(a, len(xs), xs) }(1, []any{1, "b"}...)
	x, y := 1, 2
	x, y = y, x+y
	arr := []int{0, 1, 2}
	i := 0
	i, arr[i] = 2, 9
	fmt.Println(x, y, arr, i)
	var e1 error
	var e2 *myErr
	fmt.Println(e1 == nil, e2 == nil, wrap() == nil)
}

type myErr struct{}

func (*myErr) Error() string { return "mine" }
func wrap() error {
	var e *myErr
	return e
}
