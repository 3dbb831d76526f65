// Package sha1 of hmaplab (FIPS 180-4).
package sha1

import (
	"hash"
	"math/bits"
)

const (
	Size      = 20
	BlockSize = 64
)

type digest struct {
	state  [5]uint32
	block  []byte // not yet a whole one
	length uint64
}

func New() hash.Hash {
	d := new(digest)
	d.Reset()
	return d
}

func (d *digest) Reset() {
	*d = digest{state: [5]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}}
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
	var w [80]uint32
	for i := range 16 {
		w[i] = uint32(p[4*i])<<24 | uint32(p[4*i+1])<<16 | uint32(p[4*i+2])<<8 | uint32(p[4*i+3])
	}
	for i := 16; i < 80; i++ {
		w[i] = bits.RotateLeft32(w[i-3]^w[i-8]^w[i-14]^w[i-16], 1)
	}
	a, b, c, e, f := d.state[0], d.state[1], d.state[2], d.state[3], d.state[4]
	for i, word := range w {
		var mixed uint32
		switch i / 20 {
		case 0:
			mixed = (b&c | ^b&e) + 0x5a827999
		case 1:
			mixed = (b ^ c ^ e) + 0x6ed9eba1
		case 2:
			mixed = (b&c | b&e | c&e) + 0x8f1bbcdc
		default:
			mixed = (b ^ c ^ e) + 0xca62c1d6
		}
		a, b, c, e, f = bits.RotateLeft32(a, 5)+mixed+f+word, a, bits.RotateLeft32(b, 30), c, e
	}
	for i, v := range [5]uint32{a, b, c, e, f} {
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
	for shift := 56; shift >= 0; shift -= 8 {
		rest.Write([]byte{byte(length >> shift)})
	}
	for _, word := range rest.state {
		in = append(in, byte(word>>24), byte(word>>16), byte(word>>8), byte(word))
	}
	return in
}

func Sum(data []byte) [Size]byte {
	d := New()
	d.Write(data)
	return [Size]byte(d.Sum(nil))
}
