package main

import "fmt"

type Weekday int

const (
	Sun Weekday = iota
	Mon
	Tue
	_
	Thu
)
const (
	KB = 1 << (10 * (iota + 1))
	MB
	GB
)
const (
	a0, b0 = iota, iota * 10
	a1, b1
)
const big = 1 << 100
const huge = big >> 98

func f8(a, b int8)     { fmt.Println("i8", a+b, a-b, a*b, a&b, a|b, a^b, a&^b, -a, ^a) }
func f16(a, b int16)   { fmt.Println("i16", a+b, a-b, a*b, a&b, a|b, a^b, a&^b, -a, ^a) }
func f32(a, b int32)   { fmt.Println("i32", a+b, a-b, a*b, a&b, a|b, a^b, a&^b, -a, ^a) }
func f64(a, b int64)   { fmt.Println("i64", a+b, a-b, a*b, a&b, a|b, a^b, a&^b, -a, ^a) }
func fu8(a, b uint8)   { fmt.Println("u8", a+b, a-b, a*b, a&b, a|b, a^b, a&^b, -a, ^a) }
func fu16(a, b uint16) { fmt.Println("u16", a+b, a-b, a*b, a&b, a|b, a^b, a&^b, -a, ^a) }
func fu32(a, b uint32) { fmt.Println("u32", a+b, a-b, a*b, a&b, a|b, a^b, a&^b, -a, ^a) }
func fu64(a, b uint64) { fmt.Println("u64", a+b, a-b, a*b, a&b, a|b, a^b, a&^b, -a, ^a) }
func sh(n uint) {
	var a int8 = -100
	var b uint8 = 200
	var c int64 = -1 << 62
	var d uint64 = 1<<63 + 5
	var e int32 = -12345
	fmt.Println(n, a<<n, a>>n, b<<n, b>>n, c<<n, c>>n, d<<n, d>>n, e<<n, e>>n)
}
func div(a, b int) { fmt.Println(a/b, a%b) }
func main() {
	f8(100, 100)
	f8(-128, -1)
	f8(127, 3)
	f16(32767, 2)
	f16(-32768, -1)
	f32(2147483647, 2)
	f32(-2147483648, -1)
	f32(123456, 7890)
	f64(9223372036854775807, 2)
	f64(-9223372036854775808, -1)
	fu8(200, 100)
	fu8(1, 2)
	fu16(65535, 2)
	fu32(4294967295, 2)
	fu64(18446744073709551615, 2)
	fu64(1, 3)
	for _, n := range []uint{0, 1, 3, 7, 8, 15, 16, 31, 32, 33, 62, 63, 64, 65, 1000} {
		sh(n)
	}
	div(7, 2)
	div(-7, 2)
	div(7, -2)
	div(-7, -2)
	var m8 int8 = -128
	var mo8 int8 = -1
	fmt.Println(m8/mo8, m8%mo8)
	var m64 int64 = -1 << 63
	var mo64 int64 = -1
	fmt.Println(m64/mo64, m64%mo64)
	fmt.Println(Sun, Mon, Tue, Thu, KB, MB, GB, a0, b0, a1, b1, huge)
	x := 300
	fmt.Println(int8(x), uint8(x), int16(x*1000), uint16(x*1000), uint32(-x), uint64(-x), int32(int64(x)<<30))
	f := 3.99
	fmt.Println(int(f), int(-f), int8(f), uint8(f), float32(f), float64(float32(0.1)))
	fmt.Println(float32(1)/3, 1.0/3, float64(x)/7, 1e100, 1e21, 1e20, 123456789.0, 1e-5, 0.0001, 5e-324, 1.7976931348623157e308)
	var z float64
	fmt.Println(1/z, -1/z, z/z, z == -z, -z)
	fmt.Println(7.0/2, 7/2, 7/2.0, 'a'+1, string(rune('a'+1)), "x"+"y")
	var i8 int8 = 127
	i8++
	fmt.Println(i8)
	i8--
	fmt.Println(i8)
	var u uint = 0
	u--
	fmt.Println(u)
	i8 += 5
	i8 *= 77
	i8 <<= 1
	i8 ^= 0x55
	i8 &^= 3
	i8 |= 64
	i8 %= 7
	i8 -= 100
	i8 >>= 2
	i8 /= 3
	fmt.Println(i8)
	fmt.Println(0b1011, 0o17, 017, 0x_ff, 1_000_000, 'x', '\n', '\x41', '\u00e9', '\'')
	const c = 10
	var fl float32 = c
	var by byte = 'x'
	fmt.Println(fl, by, c/4, c/4.0, -5%3, 5%-3, -5/3)
	var s uint8 = 10
	fmt.Println(1<<s, uint8(1)<<s, int64(1)<<s<<s<<s<<s<<s<<s, 1<<s == 1024)
	var w int64 = 1 << s
	fmt.Println(w)
	fmt.Println(min(3, 1, 2), max(3, 1, 2), min(2.5, 1), max("a", "b"), min(x, 5), max(f, 10))
	fmt.Println(^0, ^uint8(0), -(-5), +5, !true, ^5&3|4)
	fmt.Println(1+2*3-4/2%3<<1&6|1^2, (1+2)*3 == 9 && 2 < 3 || false)
	var up uintptr = 5
	fmt.Println(up<<3, up-6)
	fmt.Printf("%T %T %T %T %T\n", 1, 1.5, 'a', "s", true)
	fmt.Printf("%T %T %T %T\n", up, by, fl, Sun)
}
