// Package rand of hmaplab, version 2. A seeded PCG gives Go's own numbers; without a seed they come from the run's seed.
package rand

import "math/bits"

// A Source gives 64 random bits.
type Source interface {
	Uint64() uint64
}

// random gives 64 bits of the goroutine's own stream.
func random() uint64

type runSource struct{}

func (runSource) Uint64() uint64 { return random() }

// PCG is a generator with 128 bits of state.
type PCG struct {
	hi, lo uint64
}

func NewPCG(seed1, seed2 uint64) *PCG { return &PCG{seed1, seed2} }

func (p *PCG) Seed(seed1, seed2 uint64) { p.hi, p.lo = seed1, seed2 }

// Uint64 multiplies and adds on 128 bits, then mixes the upper half.
func (p *PCG) Uint64() uint64 {
	const (
		factorHi, factorLo = 2549297995355413924, 4865540595714422341
		addHi, addLo       = 6364136223846793005, 1442695040888963407
		mix                = 0xda942042e4dd58b5
	)
	hi, lo := bits.Mul64(p.lo, factorLo)
	hi += p.hi*factorLo + p.lo*factorHi
	lo, carry := bits.Add64(lo, addLo, 0)
	hi += addHi + carry
	p.hi, p.lo = hi, lo
	hi ^= hi >> 32
	hi *= mix
	hi ^= hi >> 48
	return hi * (lo | 1)
}

// Rand makes numbers of all kinds out of a source.
type Rand struct {
	src Source
}

func New(src Source) *Rand { return &Rand{src} }

func (r *Rand) Uint64() uint64 { return r.src.Uint64() }
func (r *Rand) Int64() int64   { return int64(r.Uint64() &^ (1 << 63)) }
func (r *Rand) Uint32() uint32 { return uint32(r.Uint64() >> 32) }
func (r *Rand) Int32() int32   { return int32(r.Uint64() >> 33) }
func (r *Rand) Int() int       { return int(uint(r.Uint64()) << 1 >> 1) }
func (r *Rand) Uint() uint     { return uint(r.Uint64()) }

// below gives a number in [0, n): the upper half of a product.
func (r *Rand) below(n uint64) uint64 {
	if n&(n-1) == 0 {
		return r.Uint64() & (n - 1)
	}
	hi, lo := bits.Mul64(r.Uint64(), n)
	if lo < n {
		for least := -n % n; lo < least; {
			hi, lo = bits.Mul64(r.Uint64(), n)
		}
	}
	return hi
}

func need(ok bool, name string) {
	if !ok {
		panic("invalid argument to " + name)
	}
}

func (r *Rand) Int64N(n int64) int64 {
	need(n > 0, "Int64N")
	return int64(r.below(uint64(n)))
}

func (r *Rand) Uint64N(n uint64) uint64 {
	need(n > 0, "Uint64N")
	return r.below(n)
}

func (r *Rand) Int32N(n int32) int32 {
	need(n > 0, "Int32N")
	return int32(r.below(uint64(n)))
}

func (r *Rand) Uint32N(n uint32) uint32 {
	need(n > 0, "Uint32N")
	return uint32(r.below(uint64(n)))
}

func (r *Rand) IntN(n int) int {
	need(n > 0, "IntN")
	return int(r.below(uint64(n)))
}

func (r *Rand) UintN(n uint) uint {
	need(n > 0, "UintN")
	return uint(r.below(uint64(n)))
}

func (r *Rand) Float64() float64 { return float64(r.Uint64()<<11>>11) / (1 << 53) }
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

func (r *Rand) Perm(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	r.Shuffle(n, func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	need(n >= 0, "Shuffle")
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.below(uint64(i+1))))
	}
}

var shared = New(runSource{})

func Uint64() uint64                     { return shared.Uint64() }
func Int64() int64                       { return shared.Int64() }
func Uint32() uint32                     { return shared.Uint32() }
func Int32() int32                       { return shared.Int32() }
func Int() int                           { return shared.Int() }
func Uint() uint                         { return shared.Uint() }
func Int64N(n int64) int64               { return shared.Int64N(n) }
func Uint64N(n uint64) uint64            { return shared.Uint64N(n) }
func Int32N(n int32) int32               { return shared.Int32N(n) }
func Uint32N(n uint32) uint32            { return shared.Uint32N(n) }
func IntN(n int) int                     { return shared.IntN(n) }
func UintN(n uint) uint                  { return shared.UintN(n) }
func Float64() float64                   { return shared.Float64() }
func Float32() float32                   { return shared.Float32() }
func Perm(n int) []int                   { return shared.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { shared.Shuffle(n, swap) }

// N gives a number in [0, n) of any type of whole numbers.
func N[Int interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}](n Int) Int {
	need(n > 0, "N")
	return Int(shared.below(uint64(n)))
}
