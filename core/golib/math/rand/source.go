package rand

// A Source gives numbers of 63 random bits.
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// Source64 gives 64 bits too.
type Source64 interface {
	Source
	Uint64() uint64
}

// random gives 64 bits of the goroutine's own stream, which the seed of the run decides.
func random() uint64

// start gives the i-th number of the state that every seed begins with.
func start(i int) uint64

type runSource struct{}

func (runSource) Int63() int64   { return int64(random() >> 1) }
func (runSource) Uint64() uint64 { return random() }
func (runSource) Seed(int64)     {}

const (
	length     = 607
	distance   = 273
	prime      = 1<<31 - 1
	insteadOf0 = 89482311
)

// additive is Go's generator: each number is the sum of those 607 and 273 before it.
type additive struct {
	tap, feed int
	state     [length]uint64
}

func NewSource(seed int64) Source {
	s := new(additive)
	s.Seed(seed)
	return s
}

// Seed mixes the start with a small multiplicative generator.
func (s *additive) Seed(seed int64) {
	s.tap, s.feed = 0, length-distance
	seed %= prime
	if seed < 0 {
		seed += prime
	}
	if seed == 0 {
		seed = insteadOf0
	}
	x := uint64(seed)
	next := func() uint64 {
		x = x * 48271 % prime
		return x
	}
	for i := 0; i < 20; i++ {
		next()
	}
	for i := range s.state {
		s.state[i] = next()<<40 ^ next()<<20 ^ next() ^ start(i)
	}
}

func (s *additive) Uint64() uint64 {
	s.tap = (s.tap + length - 1) % length
	s.feed = (s.feed + length - 1) % length
	s.state[s.feed] += s.state[s.tap]
	return s.state[s.feed]
}

func (s *additive) Int63() int64 { return int64(s.Uint64() &^ (1 << 63)) }
