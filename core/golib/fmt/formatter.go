package fmt

import "io"

// State is what a Formatter prints to, and what it may ask about its directive.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

// Formatter is what prints itself under every verb.
type Formatter interface {
	Format(f State, verb rune)
}

type state struct {
	directive
	text []byte
}

func (s *state) Write(b []byte) (n int, err error) {
	s.text = append(s.text, b...)
	return len(b), nil
}

func (s *state) WriteString(text string) (n int, err error) {
	s.text = append(s.text, text...)
	return len(text), nil
}

func (s *state) Width() (wid int, ok bool)      { return s.width, s.hasWidth }
func (s *state) Precision() (prec int, ok bool) { return s.precision, s.hasPrecision }

func (s *state) Flag(c int) bool {
	switch c {
	case '-':
		return s.minus
	case '+':
		return s.plus
	case '#':
		return s.sharp
	case ' ':
		return s.space
	case '0':
		return s.zero
	}
	return false
}

// FormatString gives the directive that a Formatter was asked with.
func FormatString(s State, verb rune) string {
	text := "%"
	for _, c := range " +-#0" {
		if s.Flag(int(c)) {
			text += string(c)
		}
	}
	if w, ok := s.Width(); ok {
		text += Sprint(w)
	}
	if p, ok := s.Precision(); ok {
		text += "." + Sprint(p)
	}
	return text + string(verb)
}

func Fprint(w io.Writer, a ...any) (n int, err error)   { return w.Write([]byte(Sprint(a...))) }
func Fprintln(w io.Writer, a ...any) (n int, err error) { return w.Write([]byte(Sprintln(a...))) }
func Fprintf(w io.Writer, layout string, a ...any) (n int, err error) {
	return w.Write([]byte(Sprintf(layout, a...)))
}

func Append(b []byte, a ...any) []byte   { return append(b, Sprint(a...)...) }
func Appendln(b []byte, a ...any) []byte { return append(b, Sprintln(a...)...) }
func Appendf(b []byte, layout string, a ...any) []byte {
	return append(b, Sprintf(layout, a...)...)
}
