// Package md5 of hmaplab (RFC 1321).
package md5

import (
	"hash"
	"math"
	"math/bits"
)

const (
	Size      = 16
	BlockSize = 64
)

var shifts = [4][4]int{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}

// constants are the first 32 bits behind the point of |sin(i + 1)|.
var constants = func() (table [64]uint32) {
	for i := range table {
		table[i] = uint32(math.Floor(math.Abs(math.Sin(float64(i+1))) * (1 << 32)))
	}
	return table
}()

type digest struct {
	state  [4]uint32
	block  []byte // not yet a whole one
	length uint64
}

func New() hash.Hash {
	d := new(digest)
	d.Reset()
	return d
}

func (d *digest) Reset() {
	*d = digest{state: [4]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}}
}

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return BlockSize }

func (d *digest) Write(p []byte) (int, error) {
	d.length += uint64(len(p))
	d.block = append(d.block, p...)
	for len(d.block) >= BlockSize {
		d.mix(d.block)
		d.block = d.block[BlockSize:]
	}
	return len(p), nil
}

func (d *digest) mix(p []byte) {
	var w [16]uint32
	for i := range w {
		w[i] = uint32(p[4*i]) | uint32(p[4*i+1])<<8 | uint32(p[4*i+2])<<16 | uint32(p[4*i+3])<<24
	}
	a, b, c, e := d.state[0], d.state[1], d.state[2], d.state[3]
	for i := range 64 {
		var mixed uint32
		at := i
		switch i / 16 {
		case 0:
			mixed = b&c | ^b&e
		case 1:
			mixed = e&b | ^e&c
			at = 5*i + 1
		case 2:
			mixed = b ^ c ^ e
			at = 3*i + 5
		default:
			mixed = c ^ (b | ^e)
			at = 7 * i
		}
		mixed += a + constants[i] + w[at%16]
		a, b, c, e = e, b+bits.RotateLeft32(mixed, shifts[i/16][i%4]), b, c
	}
	for i, v := range [4]uint32{a, b, c, e} {
		d.state[i] += v
	}
}

// Sum appends the sum of what was written so far.
func (d *digest) Sum(in []byte) []byte {
	rest := *d
	rest.block = append([]byte(nil), d.block...)
	length := d.length * 8
	rest.Write([]byte{0x80})
	for len(rest.block) != 56 {
		rest.Write([]byte{0})
	}
	for shift := 0; shift < 64; shift += 8 {
		rest.Write([]byte{byte(length >> shift)})
	}
	for _, word := range rest.state {
		in = append(in, byte(word), byte(word>>8), byte(word>>16), byte(word>>24))
	}
	return in
}

func Sum(data []byte) [Size]byte {
	d := New()
	d.Write(data)
	return [Size]byte(d.Sum(nil))
}
