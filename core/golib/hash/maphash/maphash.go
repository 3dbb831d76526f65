// Package maphash of hmaplab: a hash that differs from run to run, as the seed of the run decides. Its values are not Go's, which
// are random too.
package maphash

import "math/rand"

// Seed chooses one of the hash functions; its zero value is none.
type Seed struct {
	s uint64
}

// MakeSeed gives a random seed.
func MakeSeed() Seed {
	for {
		if s := rand.Uint64(); s != 0 {
			return Seed{s}
		}
	}
}

func mix(state uint64, c byte) uint64 {
	state = (state ^ uint64(c)) * 0x9e3779b97f4a7c15
	return state ^ state>>29
}

func String(seed Seed, s string) uint64 {
	if seed.s == 0 {
		panic("maphash: use of uninitialized Seed")
	}
	state := seed.s
	for i := 0; i < len(s); i++ {
		state = mix(state, s[i])
	}
	return finish(state, len(s))
}

func Bytes(seed Seed, b []byte) uint64 { return String(seed, string(b)) }

func finish(state uint64, length int) uint64 {
	state = (state ^ uint64(length)) * 0xbf58476d1ce4e5b9
	return state ^ state>>32
}

// Hash takes its bytes one after the other.
type Hash struct {
	_      [0]func() // not comparable
	seed   Seed
	state  uint64
	length int
}

func (h *Hash) start() {
	if h.seed.s == 0 {
		h.SetSeed(MakeSeed())
	}
}

func (h *Hash) SetSeed(seed Seed) {
	if seed.s == 0 {
		panic("maphash: use of uninitialized Seed")
	}
	h.seed, h.state, h.length = seed, seed.s, 0
}

func (h *Hash) Seed() Seed {
	h.start()
	return h.seed
}

func (h *Hash) Reset() {
	h.start()
	h.SetSeed(h.seed)
}

func (h *Hash) Write(b []byte) (int, error) { return h.WriteString(string(b)) }

func (h *Hash) WriteString(s string) (int, error) {
	h.start()
	for i := 0; i < len(s); i++ {
		h.state = mix(h.state, s[i])
	}
	h.length += len(s)
	return len(s), nil
}

func (h *Hash) WriteByte(c byte) error {
	h.WriteString(string([]byte{c}))
	return nil
}

func (h *Hash) Sum64() uint64 {
	h.start()
	return finish(h.state, h.length)
}

func (h *Hash) Sum(b []byte) []byte {
	x := h.Sum64()
	for n := 7; n >= 0; n-- {
		b = append(b, byte(x>>(8*n)))
	}
	return b
}

func (h *Hash) Size() int      { return 8 }
func (h *Hash) BlockSize() int { return 128 }
