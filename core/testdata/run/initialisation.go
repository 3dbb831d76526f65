package main

import "fmt"

var (
	a            = c + b
	b            = f()
	c            = 1
	d, e         = g()
	m            = map[string]int{"x": h("m", 5)}
	arr          = [...]int{h("a0", 1), h("a1", 2)}
	s            = T{n: a}.get()
	fn           = func() int { return z + 1 }
	z            = h("z", 10)
	_            = h("blank", 0)
	val, okk     = m["x"]
	iface    any = e
	pt           = &T{n: 7}
	x1, x2       = x2 + 1, h("x2", 3)
)

type T struct{ n int }

func (t T) get() int        { return t.n * 2 }
func f() int                { fmt.Println("f"); c++; return c }
func g() (int, string)      { fmt.Println("g", a); return a, "e" }
func h(s string, n int) int { fmt.Println("h", s); return n }
func init() {
	fmt.Println("init1", a, b, c, d, e, m, arr, s, fn(), z, val, okk, iface, pt.n, x1, x2)
	c = 100
}
func init() { fmt.Println("init2", c) }

const (
	A = iota * 10
	B
	C = "s"
	D
	E    = iota
	F, G = iota, iota + 1
	H, I
	_, _
	J, K
)
const (
	f1         = 1.0 / 3
	u8   uint8 = 255
	mask       = ^uint32(0)
	r          = 'a' + 1
	str        = "a" + "b"
	bl         = len(str) == 2 && u8 > 3
	sh         = 1 << 3.0
	neg        = -5 / 2
	mod        = -5 % 3
	big        = 1 << 62 * 2 / 4
	fl         = 7 / 2 * 2.0
	fl2        = 7 / 2.0
	cc         = len([10]int{})
)

type Bits uint8

const (
	B0 Bits = 1 << iota
	B1
	B2
)

func (b Bits) Has(o Bits) bool { return b&o != 0 }

func main() {
	fmt.Println(A, B, C, D, E, F, G, H, I, J, K)
	fmt.Println(f1, u8, mask, r, str, bl, sh, neg, mod, big, fl, fl2, cc)
	fmt.Printf("%T %T %T %T %T %T\n", f1, r, sh, mask, fl, bl)
	fmt.Println(B0|B2, (B0 | B2).Has(B1), (B0 | B2).Has(B2), B1)
	const local = iota + 5
	var i8 int8 = -128
	fmt.Println(local, -i8, i8/-1, i8*i8, uint8(i8), i8>>1, uint16(i8)>>4)
	var f32 float32 = 16777216
	fmt.Println(f32+1 == f32, float32(0.1)+float32(0.2), 0.1+0.2, float64(float32(0.1)))
	x := 0.1
	y := 0.2
	fmt.Println(x+y, x*3, 1/x, int64(1e18*9), uint8(3.0))
	var u uint32 = 1
	fmt.Println(u<<31, u<<32>>1, ^u, -u, u-2 > 0)
	var w uint = 70
	fmt.Println(1<<w == 0, int32(1)<<w, -1>>w, int64(-8)>>1, uint64(1)<<63>>w)
	fmt.Println(7&3, 7|8, 7^2, 7&^2, -7>>1, -7/2, -7%2, 7%-2)
	fmt.Println("abc"[1], "héé"[1:3], len("héé"), string("abc"[0]), "a"+string(rune('b')))
	fmt.Println(0x7fffffffffffffff, -0x8000000000000000, 0b101, 0o17, 1e3, 0x1p4, 1_0.5)
	const h1, h2 = 1 << 100, 1<<100 - 1
	fmt.Println(h1-h2, h1>>98, float64(h1))
}
