package json

import "strconv"

// SyntaxError says what is wrong with a JSON text, and how many bytes were read before that was known.
type SyntaxError struct {
	msg    string
	Offset int64
}

func (e *SyntaxError) Error() string { return e.msg }

const deepest = 10000

// reader walks through a JSON text. The first pass checks it; after that no method fails.
type reader struct {
	data  []byte
	at    int
	depth int
	err   *SyntaxError
}

// fail notes that the byte at hand does not fit, or that there is none.
func (r *reader) fail(context string) bool {
	c := byte(' ') // in the middle of a word or number the end is taken for a blank
	if r.at < len(r.data) {
		c = r.data[r.at]
	} else if context == "" || context[0] == 'l' || context[:7] == "after o" || context[:8] == "after ar" || context == "in string literal" {
		r.err = &SyntaxError{"unexpected end of JSON input", int64(len(r.data))}
		return false
	}
	shown := strconv.Quote(string(rune(c)))
	shown = "'" + shown[1:len(shown)-1] + "'"
	switch c {
	case '\'':
		shown = `'\''`
	case '"':
		shown = `'"'`
	}
	r.err = &SyntaxError{"invalid character " + shown + " " + context, int64(min(r.at+1, len(r.data)))}
	return false
}

func (r *reader) blanks() {
	for r.at < len(r.data) && (r.data[r.at] == ' ' || r.data[r.at] == '\t' || r.data[r.at] == '\r' || r.data[r.at] == '\n') {
		r.at++
	}
}

// peek gives the next byte that is no blank, 0 at the end.
func (r *reader) peek() byte {
	r.blanks()
	return r.here()
}

func (r *reader) here() byte {
	if r.at < len(r.data) {
		return r.data[r.at]
	}
	return 0
}

// check tells whether exactly one value is there.
func check(data []byte) *SyntaxError {
	r := &reader{data: data}
	if r.value() {
		r.blanks()
		if r.at < len(data) {
			r.fail("after top-level value")
		}
	}
	return r.err
}

func Valid(data []byte) bool { return check(data) == nil }

// value passes over one value.
func (r *reader) value() bool {
	switch c := r.peek(); {
	case c == '{' || c == '[':
		r.depth++
		if r.depth > deepest {
			r.err = &SyntaxError{"exceeded max depth", int64(r.at + 1)}
			return false
		}
		r.at++
		ok := c == '{' && r.object() || c == '[' && r.array()
		r.depth--
		return ok
	case c == '"':
		return r.text()
	case c == '-' || c >= '0' && c <= '9':
		return r.number()
	case c == 't':
		return r.word("true")
	case c == 'f':
		return r.word("false")
	case c == 'n':
		return r.word("null")
	}
	return r.fail("looking for beginning of value")
}

func (r *reader) object() bool {
	if r.peek() == '}' {
		r.at++
		return true
	}
	for {
		if r.peek() != '"' {
			return r.fail("looking for beginning of object key string")
		}
		if !r.text() {
			return false
		}
		if r.peek() != ':' {
			return r.fail("after object key")
		}
		r.at++
		if !r.value() {
			return false
		}
		switch r.peek() {
		case ',':
			r.at++
		case '}':
			r.at++
			return true
		default:
			return r.fail("after object key:value pair")
		}
	}
}

func (r *reader) array() bool {
	if r.peek() == ']' {
		r.at++
		return true
	}
	for {
		if !r.value() {
			return false
		}
		switch r.peek() {
		case ',':
			r.at++
		case ']':
			r.at++
			return true
		default:
			return r.fail("after array element")
		}
	}
}

func (r *reader) text() bool {
	for r.at++; r.at < len(r.data); r.at++ {
		switch c := r.data[r.at]; {
		case c == '"':
			r.at++
			return true
		case c < ' ':
			return r.fail("in string literal")
		case c == '\\':
			if !r.escape() {
				return false
			}
		}
	}
	return r.fail("")
}

func (r *reader) escape() bool {
	r.at++
	switch r.here() {
	case 'b', 'f', 'n', 'r', 't', '\\', '/', '"':
		return true
	case 'u':
		for n := 0; n < 4; n++ {
			r.at++
			if hexadecimal(r.here()) < 0 {
				return r.fail("in \\u hexadecimal character escape")
			}
		}
		return true
	}
	return r.fail("in string escape code")
}

func hexadecimal(c byte) rune {
	switch {
	case c >= '0' && c <= '9':
		return rune(c - '0')
	case c >= 'a' && c <= 'f':
		return rune(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return rune(c-'A') + 10
	}
	return -1
}

// digits passes over digits; false when there is none.
func (r *reader) digits(context string) bool {
	start := r.at
	for r.here() >= '0' && r.here() <= '9' {
		r.at++
	}
	return r.at > start || r.fail(context)
}

func (r *reader) number() bool {
	if r.here() == '-' {
		r.at++
	}
	if r.here() == '0' {
		r.at++
	} else if !r.digits("in numeric literal") {
		return false
	}
	if r.here() == '.' {
		r.at++
		if !r.digits("after decimal point in numeric literal") {
			return false
		}
	}
	if r.here() == 'e' || r.here() == 'E' {
		r.at++
		if r.here() == '+' || r.here() == '-' {
			r.at++
		}
		return r.digits("in exponent of numeric literal")
	}
	return true
}

func (r *reader) word(word string) bool {
	for i := 0; i < len(word); i++ {
		if r.here() != word[i] {
			return r.fail("in literal " + word + " (expecting '" + word[i:i+1] + "')")
		}
		r.at++
	}
	return true
}
