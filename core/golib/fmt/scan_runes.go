package fmt

import "io"

func isSpace(r rune) bool {
	switch {
	case r >= '\t' && r <= '\r', r >= 0x2000 && r <= 0x200a:
		return true
	}
	switch r {
	case ' ', 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return false
}

func isNoSpace(r rune) bool { return !isSpace(r) }

func isOneOf(r rune, set string) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

// read takes a rune.
func (s *scan) read() rune {
	if s.err != nil {
		return end
	}
	r, _, err := s.ReadRune()
	if err != nil {
		if err != io.EOF {
			s.fail(err)
		}
		return end
	}
	return r
}

// unread puts back what read gave.
func (s *scan) unread() {
	if s.err == nil {
		s.UnreadRune()
	}
}

// need takes a rune where the end of the input is an error.
func (s *scan) need() rune {
	r := s.read()
	if r == end {
		s.fail(io.ErrUnexpectedEOF)
	}
	return r
}

// notAtEnd wants something to be left.
func (s *scan) notAtEnd() {
	if s.read() == end {
		s.fail(io.EOF)
		return
	}
	s.unread()
}

func (s *scan) peek(set string) bool {
	r := s.read()
	if r == end {
		return false
	}
	s.unread()
	return isOneOf(r, set)
}

// accept takes a rune into the token if it is one of the set.
func (s *scan) accept(set string) bool {
	r := s.read()
	if r == end {
		return false
	}
	if isOneOf(r, set) {
		s.keep(r)
		return true
	}
	s.unread()
	return false
}

func (s *scan) keep(r rune) { s.token = append(s.token, string(r)...) }

// take takes runes into the token as long as f holds.
func (s *scan) take(f func(rune) bool) {
	for {
		r := s.read()
		if r == end {
			return
		}
		if !f(r) {
			s.unread()
			return
		}
		s.keep(r)
	}
}

// SkipSpace takes space; a newline is one only where operands may stand on several lines.
func (s *scan) SkipSpace() {
	for {
		r := s.read()
		switch {
		case r == end:
			return
		case r == '\r' && s.peek("\n"):
		case r == '\n':
			if !s.newlineIsSpace {
				s.complain("unexpected newline")
				return
			}
		case !isSpace(r):
			s.unread()
			return
		}
	}
}

// all is Scan and Scanln.
func (s *scan) all(a []any) (n int, err error) {
	for _, operand := range a {
		s.operand('v', operand)
		if s.err != nil {
			return n, s.err
		}
		n++
	}
	for s.newlineIsEnd {
		r := s.read()
		if r == '\n' || r == end {
			break
		}
		if !isSpace(r) {
			s.complain("expected newline")
		}
	}
	return n, s.err
}
