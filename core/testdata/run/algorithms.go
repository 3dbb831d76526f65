package main

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

type Matrix [3][3]float64

func (m Matrix) Mul(o Matrix) (r Matrix) {
	for i := range m {
		for j := range o {
			for k := range r {
				r[i][j] += m[i][k] * o[k][j]
			}
		}
	}
	return
}

type Tree struct {
	Left, Right *Tree
	Val         int
}

func (t *Tree) Insert(v int) *Tree {
	if t == nil {
		return &Tree{Val: v}
	}
	switch {
	case v < t.Val:
		t.Left = t.Left.Insert(v)
	case v > t.Val:
		t.Right = t.Right.Insert(v)
	}
	return t
}

type Visitor func(*Tree) bool

func (t *Tree) Walk(f Visitor) bool {
	return t == nil || t.Left.Walk(f) && f(t) && t.Right.Walk(f)
}

type LRU struct {
	cap   int
	order []string
	data  map[string]int
}

func (l *LRU) Get(k string) (v int, ok bool) {
	if v, ok = l.data[k]; ok {
		l.touch(k)
	}
	return
}
func (l *LRU) touch(k string) {
	for i, x := range l.order {
		if x == k {
			l.order = append(append(l.order[:i:i], l.order[i+1:]...), k)
			return
		}
	}
	l.order = append(l.order, k)
}
func (l *LRU) Put(k string, v int) {
	l.data[k] = v
	l.touch(k)
	if len(l.order) > l.cap {
		delete(l.data, l.order[0])
		l.order = l.order[1:]
	}
}

type byLen []string

func (b byLen) Len() int { return len(b) }
func (b byLen) Less(i, j int) bool {
	return len(b[i]) < len(b[j]) || len(b[i]) == len(b[j]) && b[i] < b[j]
}
func (b byLen) Swap(i, j int) { b[i], b[j] = b[j], b[i] }

type State int

const (
	Idle State = iota
	Running
	Done
)

var names = map[State]string{Idle: "idle", Running: "running", Done: "done"}

func (s State) String() string { return names[s] }

type Event struct {
	Name string
	From []State
	To   State
}
type Machine struct {
	State
	events map[string]Event
	log    []string
}

func (m *Machine) Fire(n string) (err error) {
	e, ok := m.events[n]
	if !ok {
		return fmt.Errorf("unknown event %q", n)
	}
	for _, f := range e.From {
		if f == m.State {
			m.log = append(m.log, fmt.Sprintf("%v->%v", m.State, e.To))
			m.State = e.To
			return nil
		}
	}
	return &TransitionError{e, m.State}
}

type TransitionError struct {
	Event
	At State
}

func (t *TransitionError) Error() string { return t.Name + " not allowed in " + t.At.String() }

func sieve(n int) (ps []int) {
	comp := make([]bool, n+1)
	for i := 2; i <= n; i++ {
		if comp[i] {
			continue
		}
		ps = append(ps, i)
		for j := i * i; j <= n; j += i {
			comp[j] = true
		}
	}
	return
}
func perm(a []int, f func([]int)) {
	var rec func(int)
	rec = func(i int) {
		if i == len(a) {
			f(a)
			return
		}
		for j := i; j < len(a); j++ {
			a[i], a[j] = a[j], a[i]
			rec(i + 1)
			a[i], a[j] = a[j], a[i]
		}
	}
	rec(0)
}
func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}
func tokenize(s string) (out []string) {
	var cur strings.Builder
	flush := func() {
		if cur.Len() > 0 {
			out = append(out, cur.String())
			cur.Reset()
		}
	}
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			cur.WriteRune(r)
		case strings.Contains("+-*/()", string(r)):
			flush()
			out = append(out, string(r))
		default:
			flush()
		}
	}
	flush()
	return
}

type parser struct {
	toks []string
	pos  int
}

func (p *parser) peek() string {
	if p.pos < len(p.toks) {
		return p.toks[p.pos]
	}
	return ""
}
func (p *parser) expr() int {
	v := p.term()
	for p.peek() == "+" || p.peek() == "-" {
		op := p.toks[p.pos]
		p.pos++
		if r := p.term(); op == "+" {
			v += r
		} else {
			v -= r
		}
	}
	return v
}
func (p *parser) term() int {
	v := p.factor()
	for op := p.peek(); op == "*" || op == "/"; op = p.peek() {
		p.pos++
		r := p.factor()
		switch op {
		case "*":
			v *= r
		case "/":
			v /= r
		}
	}
	return v
}
func (p *parser) factor() int {
	t := p.peek()
	p.pos++
	if t == "(" {
		v := p.expr()
		p.pos++
		return v
	}
	if t == "-" {
		return -p.factor()
	}
	n, err := strconv.Atoi(t)
	if err != nil {
		panic(err)
	}
	return n
}
func eval(s string) (v int, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = fmt.Errorf("eval %q: %w", s, r)
		default:
			panic(r)
		}
	}()
	return (&parser{toks: tokenize(s)}).expr(), nil
}

type Grid [4][4]rune

func (g *Grid) fill(r, c int, ch rune) int {
	if r < 0 || c < 0 || r >= len(g) || c >= len(g[0]) || g[r][c] != '.' {
		return 0
	}
	g[r][c] = ch
	n := 1
	for _, d := range [...][2]int{{0, 1}, {1, 0}, {0, -1}, {-1, 0}} {
		n += g.fill(r+d[0], c+d[1], ch)
	}
	return n
}

func main() {
	m := Matrix{{1, 2}, {0, 1}, {2: 1}}
	fmt.Println(m.Mul(m).Mul(Matrix{{1}, {0, 1}, {0, 0, 1}}))
	var t *Tree
	for _, v := range []int{5, 3, 8, 1, 4, 7, 9, 5} {
		t = t.Insert(v)
	}
	sum := 0
	t.Walk(func(n *Tree) bool { sum += n.Val; return n.Val < 7 })
	fmt.Println(sum, t.Left.Right.Val)
	l := LRU{cap: 2, data: map[string]int{}}
	l.Put("a", 1)
	l.Put("b", 2)
	l.Get("a")
	l.Put("c", 3)
	_, okb := l.Get("b")
	fmt.Println(l.order, len(l.data), okb)
	words := strings.Fields("the quick brown fox jumped over lazy dogs")
	sort.Sort(byLen(words))
	fmt.Println(words)
	sort.Sort(sort.Reverse(sort.StringSlice(words)))
	fmt.Println(words, sort.SearchInts([]int{1, 3, 5, 7}, 5))
	mc := Machine{events: map[string]Event{"go": {"go", []State{Idle}, Running}, "end": {"end", []State{Running}, Done}}}
	for _, e := range []string{"end", "go", "x", "end", "go"} {
		if err := mc.Fire(e); err != nil {
			te, ok := err.(*TransitionError)
			fmt.Println("error:", err, ok, ok && te.At == Done)
		}
	}
	fmt.Println(mc.log, mc.State, mc)
	fmt.Printf("%v %d %s %+v\n", mc.State, mc.State, mc.State, mc.events["go"])
	fmt.Println(sieve(50))
	n := 0
	perm([]int{1, 2, 3}, func(p []int) { n = n*10 + p[0]; fmt.Print(p) })
	fmt.Println(n)
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * x }, func(x int) int { return -x })(4))
	for _, s := range []string{"1+2*3", "(1+2)*-3", "10/3-1", "1/0", "2*(", "7 * ( 8 - 3 )"} {
		v, err := eval(s)
		fmt.Println(s, "=", v, err)
	}
	var g Grid
	for i := range g {
		for j := range g[i] {
			g[i][j] = '.'
		}
	}
	g[1] = [4]rune{'#', '#', '#', '#'}
	fmt.Println(g.fill(0, 0, 'a'), g.fill(3, 3, 'b'), string(g[0][:]), string(g[2][1:3]))
	freq := map[rune]int{}
	for _, r := range "hello, wörld" {
		freq[r]++
	}
	type kv struct {
		k rune
		v int
	}
	var kvs []kv
	for k, v := range freq {
		kvs = append(kvs, kv{k, v})
	}
	for i := range kvs {
		for j := i + 1; j < len(kvs); j++ {
			if kvs[j].v > kvs[i].v || kvs[j].v == kvs[i].v && kvs[j].k < kvs[i].k {
				kvs[i], kvs[j] = kvs[j], kvs[i]
			}
		}
	}
	fmt.Println(kvs[:3], string(kvs[0].k))
	memo := map[int]int{}
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		if v, ok := memo[n]; ok {
			return v
		}
		memo[n] = fib(n-1) + fib(n-2)
		return memo[n]
	}
	fmt.Println(fib(80), len(memo))
	graph := map[string][]string{"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": nil}
	seen := map[string]bool{}
	var topo []string
	var visit func(string)
	visit = func(n string) {
		if seen[n] {
			return
		}
		seen[n] = true
		for _, x := range graph[n] {
			visit(x)
		}
		topo = append([]string{n}, topo...)
	}
	visit("a")
	fmt.Println(topo)
	inv := map[string][]string{}
	for k, vs := range graph {
		for _, v := range vs {
			inv[v] = append(inv[v], k)
		}
	}
	for _, v := range inv {
		sort.Strings(v)
	}
	fmt.Println(inv)
	a := [5]int{1, 2, 3, 4, 5}
	for i, j := 0, len(a)-1; i < j; i, j = i+1, j-1 {
		a[i], a[j] = a[j], a[i]
	}
	fmt.Println(a, a[1:3], len(a[2:4:5]), cap(a[2:4:5]))
	x := 10
	ptr := &x
	func() { *ptr += 5 }()
	inc := func(p *int) func() int { return func() int { *p++; return *p } }(ptr)
	inc()
	fmt.Println(x, inc(), *ptr)
	var iface interface{} = a
	if arr, ok := iface.([5]int); ok {
		arr[0] = 100
		fmt.Println(arr[0], a[0], iface.([5]int)[0])
	}
	bits := 0
	for v := uint(0xF0F0); v != 0; v &= v - 1 {
		bits++
	}
	fmt.Println(bits, strconv.FormatInt(255, 2), strconv.Quote("hi\x00é\u2028"), fmt.Sprintf("%08b|%o|%#x|%+d", 37, 64, 255, 5))
}
