// Package bits of hmaplab.
package bits

const UintSize = 64

func Len(x uint) int     { return Len64(uint64(x)) }
func Len8(x uint8) int   { return Len64(uint64(x)) }
func Len16(x uint16) int { return Len64(uint64(x)) }
func Len32(x uint32) int { return Len64(uint64(x)) }

// Len64 gives the bits that x needs; 0 for 0.
func Len64(x uint64) (n int) {
	for step := 32; step > 0; step /= 2 {
		if x>>step != 0 {
			x >>= step
			n += step
		}
	}
	return n + int(x)
}

func LeadingZeros(x uint) int     { return 64 - Len(x) }
func LeadingZeros8(x uint8) int   { return 8 - Len8(x) }
func LeadingZeros16(x uint16) int { return 16 - Len16(x) }
func LeadingZeros32(x uint32) int { return 32 - Len32(x) }
func LeadingZeros64(x uint64) int { return 64 - Len64(x) }

func TrailingZeros(x uint) int     { return TrailingZeros64(uint64(x)) }
func TrailingZeros8(x uint8) int   { return min(8, TrailingZeros64(uint64(x))) }
func TrailingZeros16(x uint16) int { return min(16, TrailingZeros64(uint64(x))) }
func TrailingZeros32(x uint32) int { return min(32, TrailingZeros64(uint64(x))) }
func TrailingZeros64(x uint64) int {
	if x == 0 {
		return 64
	}
	return Len64(x&-x) - 1
}

func OnesCount(x uint) int     { return OnesCount64(uint64(x)) }
func OnesCount8(x uint8) int   { return OnesCount64(uint64(x)) }
func OnesCount16(x uint16) int { return OnesCount64(uint64(x)) }
func OnesCount32(x uint32) int { return OnesCount64(uint64(x)) }

// OnesCount64 adds neighbouring groups of bits, of 1, 2 and 4, then all bytes.
func OnesCount64(x uint64) int {
	x -= x >> 1 & 0x5555555555555555
	x = x&0x3333333333333333 + x>>2&0x3333333333333333
	x = (x + x>>4) & 0x0f0f0f0f0f0f0f0f
	return int(x * 0x0101010101010101 >> 56)
}

func RotateLeft(x uint, k int) uint { return uint(RotateLeft64(uint64(x), k)) }
func RotateLeft8(x uint8, k int) uint8 {
	n := uint(k) & 7
	return x<<n | x>>(8-n)
}
func RotateLeft16(x uint16, k int) uint16 {
	n := uint(k) & 15
	return x<<n | x>>(16-n)
}
func RotateLeft32(x uint32, k int) uint32 {
	n := uint(k) & 31
	return x<<n | x>>(32-n)
}
func RotateLeft64(x uint64, k int) uint64 {
	n := uint(k) & 63
	return x<<n | x>>(64-n)
}

func Reverse(x uint) uint       { return uint(Reverse64(uint64(x))) }
func Reverse8(x uint8) uint8    { return uint8(Reverse64(uint64(x)) >> 56) }
func Reverse16(x uint16) uint16 { return uint16(Reverse64(uint64(x)) >> 48) }
func Reverse32(x uint32) uint32 { return uint32(Reverse64(uint64(x)) >> 32) }
func Reverse64(x uint64) uint64 {
	x = x>>1&0x5555555555555555 | x&0x5555555555555555<<1
	x = x>>2&0x3333333333333333 | x&0x3333333333333333<<2
	x = x>>4&0x0f0f0f0f0f0f0f0f | x&0x0f0f0f0f0f0f0f0f<<4
	return ReverseBytes64(x)
}

func ReverseBytes(x uint) uint       { return uint(ReverseBytes64(uint64(x))) }
func ReverseBytes16(x uint16) uint16 { return x>>8 | x<<8 }
func ReverseBytes32(x uint32) uint32 { return uint32(ReverseBytes64(uint64(x)) >> 32) }
func ReverseBytes64(x uint64) (turned uint64) {
	for n := 0; n < 8; n++ {
		turned = turned<<8 | x&0xff
		x >>= 8
	}
	return turned
}

func Add(x, y, carry uint) (sum, carryOut uint) {
	s, c := Add64(uint64(x), uint64(y), uint64(carry))
	return uint(s), uint(c)
}
func Add64(x, y, carry uint64) (sum, carryOut uint64) {
	sum = x + y + carry
	return sum, (x&y | (x|y)&^sum) >> 63
}
func Sub(x, y, borrow uint) (diff, borrowOut uint) {
	d, b := Sub64(uint64(x), uint64(y), uint64(borrow))
	return uint(d), uint(b)
}
func Sub64(x, y, borrow uint64) (diff, borrowOut uint64) {
	diff = x - y - borrow
	return diff, (^x&y | ^(x^y)&diff) >> 63
}

func Mul(x, y uint) (hi, lo uint) {
	h, l := Mul64(uint64(x), uint64(y))
	return uint(h), uint(l)
}

// Mul64 gives the 128 bits of a product, from the products of halves.
func Mul64(x, y uint64) (hi, lo uint64) {
	const half = 1<<32 - 1
	x0, x1, y0, y1 := x&half, x>>32, y&half, y>>32
	middle := x1*y0 + x0*y0>>32
	low := middle&half + x0*y1
	return x1*y1 + middle>>32 + low>>32, x * y
}

// divisionError is one of the machine's own errors.
type divisionError string

func (e divisionError) RuntimeError() {}
func (e divisionError) Error() string { return "runtime error: " + string(e) }

// Div64 divides the 128 bits hi, lo bit by bit.
func Div64(hi, lo, y uint64) (quo, rem uint64) {
	if y == 0 {
		panic(divisionError("integer divide by zero"))
	}
	if y <= hi {
		panic(divisionError("integer overflow"))
	}
	rem = hi
	for n := 63; n >= 0; n-- {
		carry := rem >> 63
		rem = rem<<1 | lo>>n&1
		if carry != 0 || rem >= y {
			rem -= y
			quo |= 1 << n
		}
	}
	return quo, rem
}
