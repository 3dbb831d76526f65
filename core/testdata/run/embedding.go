package main

import "fmt"

type Animal interface {
	Sound() string
	Namer
}
type Namer interface{ Name() string }
type Dog struct{ name string }

func (d Dog) Sound() string    { return d.name + " woof" }
func (d *Dog) Rename(n string) { d.name = n }
func (d Dog) Name() string     { return d.name }

type Puppy struct {
	Dog
	age int
}

func (p Puppy) Age() int      { return p.age }
func (p Puppy) Sound() string { return "tiny " + p.Dog.Sound() }

type Kennel struct {
	*Puppy
	Animal
	list []Animal
}

func (k Kennel) Name() string  { return "kennel" }
func (k Kennel) Sound() string { return k.Animal.Sound() }

type A struct{ x int }
type B struct{ A }
type C struct{ *B }
type D struct {
	C
	y int
}

func (a A) Get() int   { return a.x }
func (a *A) Set(v int) { a.x = v }

type G interface {
	Get() int
	Set(int)
}
type num int

func (n *num) Inc()    { *n++ }
func (n num) Dbl() num { return n * 2 }

type fnT func(int) int

func (f fnT) Call(n int) int { return f(n) }

type sl []int

func (s sl) Sum() (t int) {
	for _, v := range s {
		t += v
	}
	return
}
func (s *sl) Add(v int) { *s = append(*s, v) }

type mt map[string]int

func (m mt) Inc(k string) int { m[k]++; return m[k] }

type Stringer interface{ String() string }
type both struct{ a, b Stringer }
type sv struct{ v int }

func (s sv) String() string { return fmt.Sprint("sv", s.v) }

type rec struct {
	next *rec
	v    int
}

func (r *rec) len() int {
	if r == nil {
		return 0
	}
	return 1 + r.next.len()
}

type inner struct{ a, b int }
type outer struct {
	inner
	c [2]inner
	d map[string]inner
	e *inner
	f struct{ g inner }
}

func main() {
	p := Puppy{Dog{"rex"}, 1}
	p.Rename("max")
	fmt.Println(p.Sound(), p.Name(), p.name, p.Dog.name)
	k := Kennel{&p, Dog{"old"}, nil}
	k.list = append(k.list, p, &p, p.Dog, &p.Dog)
	p.Rename("zed")
	for _, a := range k.list {
		fmt.Println(a.Sound(), a.Name())
	}
	fmt.Println(k.Name(), k.Sound(), k.Puppy.Name(), k.age)
	d := D{C{&B{A{5}}}, 6}
	d.Set(9)
	fmt.Println(d.Get(), d.x, d.C.B.A.x, d.y)
	var g G = d
	g.Set(11)
	fmt.Println(g.Get(), d.x)
	g = &d
	g = d.C
	g = d.B
	g.Set(12)
	fmt.Println(d.x, g.Get())
	set := g.Set
	get := d.Get
	set(13)
	fmt.Println(d.x, get(), D.Get(d), (*A).Get(&d.A), G.Get(g), C.Get(d.C))
	n := num(4)
	n.Inc()
	pn := &n
	pn.Inc()
	fmt.Println(n, pn.Dbl(), num.Dbl(3))
	fmt.Println(fnT(func(n int) int { return n + 1 }).Call(5))
	s := sl{1, 2}
	s.Add(3)
	(&s).Add(4)
	fmt.Println(s.Sum(), s, sl{5}.Sum())
	m := mt{}
	m.Inc("a")
	fmt.Println(m.Inc("a"), m)
	b1, b2 := both{sv{1}, &sv{2}}, both{sv{1}, nil}
	fmt.Println(b1 == b1, b1 == b2, b1.a == b2.a, b1.a.String())
	var i1, i2 any = sv{1}, sv{1}
	var i3 Stringer = sv{1}
	fmt.Println(i1 == i2, i1 == i3, i3 == sv{1}, i1 == any(sv{2}))
	_, ok1 := i1.(Stringer)
	_, ok2 := i1.(Animal)
	_, ok3 := i1.(*sv)
	v4, ok4 := i1.(sv)
	fmt.Println(ok1, ok2, ok3, v4, ok4)
	l := &rec{&rec{&rec{nil, 3}, 2}, 1}
	fmt.Println(l.len(), (*rec)(nil).len(), l.next.next.v)
	o := outer{inner: inner{1, 2}, d: map[string]inner{"x": {3, 4}}, e: &inner{5, 6}}
	o.c[1].b = 7
	o.f.g.a = 8
	o.a++
	o.e.b--
	q := o
	q.c[1].b = 70
	q.e.a = 50
	q.inner.b = 20
	fmt.Println(o.inner, o.c, o.d["x"].b, *o.e, o.f, o.a, q.c, q.b)
	pi := &o.c[1]
	pi.a = 77
	pf := &o.f.g
	*pf = inner{9, 9}
	fmt.Println(o.c, o.f, o.inner == inner{2, 2}, o.c == [2]inner{{}, {77, 7}})
	arr := [3]*inner{{1, 2}, nil, {3, 4}}
	for _, x := range arr {
		if x != nil {
			x.a *= 10
		}
	}
	fmt.Println(*arr[0], *arr[2], arr[1] == nil)
	type local struct {
		inner
		Stringer
	}
	lv := local{inner{1, 1}, sv{5}}
	fmt.Println(lv.String(), lv.a, Stringer.String(lv))
	anon := []struct {
		n string
		f func() string
	}{{"a", sv{1}.String}, {"b", (&sv{2}).String}, {"c", lv.String}}
	for _, t := range anon {
		fmt.Print(t.n, t.f(), " ")
	}
	fmt.Println()
	func() {
		defer func() { fmt.Println(recover()) }()
		var kk Kennel
		fmt.Println(kk.age)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var kk Kennel
		kk.Sound()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var a any = (*Puppy)(nil)
		a.(interface{ Age() int }).Age()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var dd D
		dd.Set(1)
	}()
}
