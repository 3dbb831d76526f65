// Package rand of hmaplab. A seeded source gives Go's own numbers; without a seed they come from the run's seed.
package rand

// Rand makes numbers of all kinds out of a source.
type Rand struct {
	src      Source
	readVal  int64
	readLeft int
}

func New(src Source) *Rand { return &Rand{src: src} }

func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.readLeft = 0
}

func (r *Rand) Int63() int64   { return r.src.Int63() }
func (r *Rand) Int31() int32   { return int32(r.Int63() >> 32) }
func (r *Rand) Uint32() uint32 { return uint32(r.Int63() >> 31) }
func (r *Rand) Int() int       { return int(r.Int63()) }

func (r *Rand) Uint64() uint64 {
	if s, ok := r.src.(Source64); ok {
		return s.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}

// Int63n gives a number in [0, n). Numbers that would favour some results are thrown away.
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	greatest := int64(1<<63 - 1 - (1<<63)%uint64(n))
	for {
		if v := r.Int63(); v <= greatest {
			return v % n
		}
	}
}

func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	greatest := int32(1<<31 - 1 - (1<<31)%uint32(n))
	for {
		if v := r.Int31(); v <= greatest {
			return v % n
		}
	}
}

func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n < 1<<31 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

func (r *Rand) Perm(n int) []int {
	list := make([]int, n)
	for i := range list {
		j := r.Intn(i + 1)
		list[i] = list[j]
		list[j] = i
	}
	return list
}

// below is a faster Int31n with other numbers.
func (r *Rand) below(n int32) int32 {
	product := uint64(r.Uint32()) * uint64(n)
	if uint32(product) < uint32(n) {
		for least := uint32(-n) % uint32(n); uint32(product) < least; {
			product = uint64(r.Uint32()) * uint64(n)
		}
	}
	return int32(product >> 32)
}

func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.below(int32(i+1))))
	}
}

// Read fills p with random bytes.
func (r *Rand) Read(p []byte) (n int, err error) {
	for n = range p {
		if r.readLeft == 0 {
			r.readVal, r.readLeft = r.Int63(), 7
		}
		p[n] = byte(r.readVal)
		r.readVal >>= 8
		r.readLeft--
	}
	return len(p), nil
}

var shared = New(runSource{})

// Seed makes the functions of the package give the numbers of a seeded source.
func Seed(seed int64) { shared = New(NewSource(seed)) }

func Int63() int64                       { return shared.Int63() }
func Int31() int32                       { return shared.Int31() }
func Int() int                           { return shared.Int() }
func Uint32() uint32                     { return shared.Uint32() }
func Uint64() uint64                     { return shared.Uint64() }
func Int63n(n int64) int64               { return shared.Int63n(n) }
func Int31n(n int32) int32               { return shared.Int31n(n) }
func Intn(n int) int                     { return shared.Intn(n) }
func Float64() float64                   { return shared.Float64() }
func Float32() float32                   { return shared.Float32() }
func Perm(n int) []int                   { return shared.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { shared.Shuffle(n, swap) }
func Read(p []byte) (n int, err error)   { return shared.Read(p) }
