package fmt

import (
	"strconv"
	"unicode/utf8"
)

// str scans a string: a word, a quoted text, or hexadecimal bytes.
func (s *scan) str(verb rune) string {
	if !s.allows(verb, "svqxX", "string") {
		return ""
	}
	s.begin()
	switch verb {
	case 'q':
		return s.quoted()
	case 'x', 'X':
		return s.hexBytes()
	}
	s.SkipSpace()
	s.take(isNoSpace)
	return string(s.token)
}

func (s *scan) quoted() string {
	s.notAtEnd()
	quote := s.read()
	if s.err != nil {
		return ""
	}
	switch quote {
	case '`':
		for r := s.need(); r != quote && s.err == nil; r = s.need() {
			s.keep(r)
		}
		return string(s.token)
	case '"':
		s.keep(quote)
		for s.err == nil {
			r := s.need()
			s.keep(r)
			if r == '\\' {
				s.keep(s.need())
			} else if r == quote {
				break
			}
		}
		if s.err != nil {
			return ""
		}
		text, err := strconv.Unquote(string(s.token))
		if err != nil {
			s.fail(err)
		}
		return text
	}
	s.complain("expected quoted string")
	return ""
}

func hexDigit(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= 'a' && r <= 'f':
		return int(r-'a') + 10
	case r >= 'A' && r <= 'F':
		return int(r-'A') + 10
	}
	return -1
}

func (s *scan) hexBytes() string {
	s.notAtEnd()
	for s.err == nil {
		r := s.read()
		if r == end {
			break
		}
		high := hexDigit(r)
		if high < 0 {
			s.unread()
			break
		}
		low := hexDigit(s.need())
		if low < 0 {
			s.complain("illegal hex digit")
		}
		s.token = append(s.token, byte(high<<4|low))
	}
	if len(s.token) == 0 {
		s.complain("no hex data for %x string")
	}
	return string(s.token)
}

// layOut is Scanf.
func (s *scan) layOut(layout string, a []any) (n int, err error) {
	at := 0
	for at < len(layout) {
		taken := s.match(layout[at:])
		if s.err != nil {
			return n, s.err
		}
		if taken > 0 {
			at += taken
			continue
		}
		if layout[at] != '%' {
			if taken < 0 {
				s.complain("input does not match format")
			}
			break
		}
		at++
		c := cursor{layout: layout[:max(at, len(layout)-1)], at: at}
		width, given := c.number()
		at = c.at
		s.width = anyWidth
		if given {
			s.width = width
		}
		verb, size := utf8.DecodeRuneInString(layout[at:])
		begin := at
		at += size
		if verb != 'c' {
			s.SkipSpace()
		}
		if verb == '%' {
			s.percent()
			continue
		}
		s.most = anyWidth
		if s.width < anyWidth {
			s.most = s.count + s.width
		}
		if n >= len(a) {
			s.complain("too few operands for format '%" + layout[begin:] + "'")
			break
		}
		s.operand(verb, a[n])
		if s.err != nil {
			return n, s.err
		}
		n++
		s.most = anyWidth
	}
	if n < len(a) {
		s.complain("too many operands")
	}
	return n, s.err
}

// percent takes a percent sign that stands for itself behind a width.
func (s *scan) percent() {
	s.begin()
	if !s.accept("%") {
		s.complain("missing literal %")
	}
}

// match goes through layout and input as long as they agree, up to a verb; it gives the bytes of the layout, or -1 where they
// differ.
func (s *scan) match(layout string) (i int) {
	for i < len(layout) && s.err == nil {
		c, size := utf8.DecodeRuneInString(layout[i:])
		if isSpace(c) {
			i += s.matchSpace(layout[i:])
			continue
		}
		if c == '%' {
			if i+size == len(layout) {
				s.complain("missing verb: % at end of format string")
				return i
			}
			if layout[i+size] != '%' {
				return i
			}
			i += size
		}
		if r := s.need(); r != c {
			s.unread()
			return -1
		}
		i += size
	}
	return i
}

// matchSpace matches a run of space in the layout: each newline one of the input with space before it, other space any but a
// newline, and at least one where it stands alone.
func (s *scan) matchSpace(layout string) (i int) {
	newlines, trailing := 0, false
	for i < len(layout) {
		c, size := utf8.DecodeRuneInString(layout[i:])
		if !isSpace(c) {
			break
		}
		trailing = c != '\n'
		if !trailing {
			newlines++
		}
		i += size
	}
	for range newlines {
		r := s.read()
		for isSpace(r) && r != '\n' {
			r = s.read()
		}
		if r != '\n' && r != end {
			s.complain("newline in format does not match input")
		}
	}
	if !trailing {
		return i
	}
	r := s.read()
	if newlines == 0 && s.err == nil {
		if !isSpace(r) && r != end {
			s.complain("expected space in input to match format")
		}
		if r == '\n' {
			s.complain("newline in input does not match format")
		}
	}
	for isSpace(r) && r != '\n' {
		r = s.read()
	}
	if r != end {
		s.unread()
	}
	return i
}
