package fmt

import (
	"errors"
	"io"
	"unicode/utf8"
)

// ScanState is what a Scanner reads from.
type ScanState interface {
	ReadRune() (r rune, size int, err error)
	UnreadRune() error
	SkipSpace()
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	Width() (wid int, ok bool)
	Read(buf []byte) (n int, err error)
}

// Scanner is what scans itself under every verb.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// readInput gives the next byte of standard input, -1 at its end. The first one of a call is a step: the others belong to it,
// so that what a goroutine scans is not torn by another one.
func readInput(goesOn bool) int

// input is standard input, a byte at a time.
type input struct {
	begun bool
}

func (in *input) Read(b []byte) (n int, err error) {
	c := readInput(in.begun)
	in.begun = true
	if c < 0 {
		return 0, io.EOF
	}
	b[0] = byte(c)
	return 1, nil
}

func Scan(a ...any) (n int, err error)                 { return Fscan(&input{}, a...) }
func Scanln(a ...any) (n int, err error)               { return Fscanln(&input{}, a...) }
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(&input{}, format, a...) }

func Sscan(str string, a ...any) (n int, err error)   { return Fscan(&text{rest: str}, a...) }
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln(&text{rest: str}, a...) }
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf(&text{rest: str}, format, a...)
}

// Fscan scans operands with space between them; a newline is space.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newScan(r)
	s.newlineIsSpace = true
	return s.all(a)
}

// Fscanln scans operands of one line, and all of it.
func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newScan(r)
	s.newlineIsEnd = true
	return s.all(a)
}

// Fscanf scans operands as the layout says.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	return newScan(r).layOut(format, a)
}

// text reads a string.
type text struct {
	rest string
}

func (t *text) Read(b []byte) (n int, err error) {
	if len(t.rest) == 0 {
		return 0, io.EOF
	}
	n = copy(b, t.rest)
	t.rest = t.rest[n:]
	return n, nil
}

// runes reads runes from what can only read bytes, one at a time: nothing that is not wanted is taken.
type runes struct {
	reader io.Reader
	left   []byte // read, and not part of the last rune
	last   rune
	again  bool // the last rune comes once more
	begun  bool
}

func (r *runes) readByte() (b byte, err error) {
	var one [1]byte
	_, err = io.ReadFull(r.reader, one[:])
	return one[0], err
}

func (r *runes) ReadRune() (c rune, size int, err error) {
	if r.again {
		r.again = false
		return r.last, utf8.RuneLen(r.last), nil
	}
	for !utf8.FullRune(r.left) {
		b, err := r.readByte()
		if err == io.EOF && len(r.left) > 0 {
			break
		}
		if err != nil {
			return 0, 0, err
		}
		r.left = append(r.left, b)
	}
	c, size = utf8.DecodeRune(r.left)
	r.left = r.left[size:]
	r.last, r.begun = c, true
	return c, size, nil
}

func (r *runes) UnreadRune() error {
	if r.again || !r.begun {
		return errors.New("fmt: scanning called UnreadRune with no rune available")
	}
	r.again = true
	return nil
}

const (
	end      = -1 // there is no rune
	anyWidth = 1 << 30
)

// scan is one call of a Scan function. After an error it reads nothing any more.
type scan struct {
	from           io.RuneScanner
	token          []byte
	count, most    int // runes taken; how many this operand may take
	width          int
	atEnd          bool
	newlineIsEnd   bool
	newlineIsSpace bool
	err            error
}

func newScan(r io.Reader) *scan {
	from, ok := r.(io.RuneScanner)
	if !ok {
		from = &runes{reader: r}
	}
	return &scan{from: from, most: anyWidth, width: anyWidth}
}

func (s *scan) fail(err error) {
	if s.err == nil {
		s.err = err
	}
}

func (s *scan) complain(text string) { s.fail(errors.New(text)) }

func (s *scan) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *scan) ReadRune() (r rune, size int, err error) {
	if s.atEnd || s.count >= s.most {
		return 0, 0, io.EOF
	}
	r, size, err = s.from.ReadRune()
	switch {
	case err == nil:
		s.count++
		s.atEnd = s.newlineIsEnd && r == '\n'
	case err == io.EOF:
		s.atEnd = true
	}
	return r, size, err
}

func (s *scan) UnreadRune() error {
	s.from.UnreadRune()
	s.atEnd = false
	s.count--
	return nil
}

func (s *scan) Width() (wid int, ok bool) {
	if s.width == anyWidth {
		return 0, false
	}
	return s.width, true
}

func (s *scan) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	before := s.err
	s.err = nil
	if f == nil {
		f = isNoSpace
	}
	s.token = s.token[:0]
	if skipSpace {
		s.SkipSpace()
	}
	s.take(f)
	err = s.err
	s.err = before
	if err != nil {
		return nil, err
	}
	return s.token, nil
}
