// Package bufio of hmaplab.
package bufio

import (
	"errors"
	"io"
	"unicode"
	"unicode/utf8"
)

const (
	MaxScanTokenSize = 64 * 1024
	startSize        = 4096
	mostEmptyReads   = 100
)

var (
	ErrTooLong         = errors.New("bufio.Scanner: token too long")
	ErrNegativeAdvance = errors.New("bufio.Scanner: SplitFunc returns negative advance count")
	ErrAdvanceTooFar   = errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
	ErrBadReadCount    = errors.New("bufio.Scanner: Read returned impossible count")
	ErrFinalToken      = errors.New("final token")
)

// SplitFunc finds the next token in data.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

// Scanner reads tokens, lines unless told otherwise.
type Scanner struct {
	r       io.Reader
	split   SplitFunc
	longest int
	buf     []byte // what was read and not yet taken
	token   []byte
	err     error
	started bool
	done    bool
	empties int
}

func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, longest: MaxScanTokenSize}
}

func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

func (s *Scanner) Bytes() []byte { return s.token }
func (s *Scanner) Text() string  { return string(s.token) }

func (s *Scanner) Split(split SplitFunc) {
	if s.started {
		panic("Split called after Scan")
	}
	s.split = split
}

func (s *Scanner) Buffer(buf []byte, max int) {
	if s.started {
		panic("Buffer called after Scan")
	}
	s.longest = max
}

// Scan goes to the next token; false at the end.
func (s *Scanner) Scan() bool {
	s.started = true
	for !s.done {
		if len(s.buf) > 0 || s.err != nil {
			advance, token, err := s.split(s.buf, s.err != nil)
			if err != nil {
				s.done = true
				if err == ErrFinalToken {
					s.token = token
					return token != nil
				}
				s.fail(err)
				return false
			}
			if !s.advance(advance) {
				return false
			}
			s.token = token
			if token != nil {
				if s.err == nil || advance > 0 {
					s.empties = 0
				} else if s.empties++; s.empties > mostEmptyReads {
					panic("bufio.Scan: too many empty tokens without progressing")
				}
				return true
			}
			if advance > 0 {
				continue
			}
		}
		if s.err != nil {
			break
		}
		s.read()
	}
	s.done = true
	s.token = nil
	return false
}

func (s *Scanner) fail(err error) {
	s.token = nil
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
}

func (s *Scanner) advance(n int) bool {
	if n < 0 {
		s.fail(ErrNegativeAdvance)
	} else if n > len(s.buf) {
		s.fail(ErrAdvanceTooFar)
	} else {
		s.buf = s.buf[n:]
		return true
	}
	s.done = true
	return false
}

func (s *Scanner) read() {
	if len(s.buf) >= s.longest {
		s.done = true
		s.fail(ErrTooLong)
		return
	}
	chunk := make([]byte, min(startSize, s.longest-len(s.buf)))
	for loop := 0; ; loop++ {
		n, err := s.r.Read(chunk)
		if n < 0 || n > len(chunk) {
			s.fail(ErrBadReadCount)
			return
		}
		s.buf = append(s.buf, chunk[:n]...)
		if err != nil {
			s.fail(err)
			return
		}
		if n > 0 {
			return
		}
		if loop > mostEmptyReads {
			s.fail(io.ErrNoProgress)
			return
		}
	}
}

func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if atEOF && len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 || !atEOF && !utf8.FullRune(data) {
		return 0, nil, nil
	}
	r, size := utf8.DecodeRune(data)
	if r == utf8.RuneError && size == 1 {
		return 1, []byte(string(utf8.RuneError)), nil
	}
	return size, data[:size], nil
}

// ScanLines cuts at newlines; a carriage return before one is cut off too.
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	for i, c := range data {
		if c == '\n' {
			return i + 1, withoutReturn(data[:i]), nil
		}
	}
	if atEOF && len(data) > 0 {
		return len(data), withoutReturn(data), nil
	}
	return 0, nil, nil
}

func withoutReturn(line []byte) []byte {
	if len(line) > 0 && line[len(line)-1] == '\r' {
		return line[:len(line)-1]
	}
	return line
}

// ScanWords cuts at white space.
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start := -1
	for i, r := range string(data) {
		if !unicode.IsSpace(r) {
			if start < 0 {
				start = i
			}
		} else if start >= 0 {
			return i + utf8.RuneLen(r), data[start:i], nil
		}
	}
	if start < 0 {
		start = len(data)
	}
	if atEOF && len(data) > start {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}
