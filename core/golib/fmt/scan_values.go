package fmt

import (
	"internal/raw"
	"io"
	"math"
	"strconv"
	"unsafe"
)

const (
	decimal     = "0123456789"
	hexadecimal = "0123456789aAbBcCdDeEfF"
	floatVerbs  = "beEfFgGv"
)

func (s *scan) allows(verb rune, verbs, kind string) bool {
	if s.err == nil && !isOneOf(verb, verbs) {
		s.complain("bad verb '%" + string(verb) + "' for " + kind)
	}
	return s.err == nil
}

// begin goes to where an operand begins.
func (s *scan) begin() {
	s.SkipSpace()
	s.notAtEnd()
}

// operand scans one value into what a points to.
func (s *scan) operand(verb rune, a any) {
	s.token = s.token[:0]
	if itself, ok := a.(Scanner); ok {
		err := itself.Scan(s, verb)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			s.fail(err)
		}
		return
	}
	pointer := raw.TypeOf(a)
	if pointer == nil || raw.KindName(raw.KindOf(pointer)) != "ptr" {
		s.complain("type not a pointer: " + format(a, 'T', directive{}, nil))
		return
	}
	t := raw.Elem(pointer)
	to := raw.Word(a)
	bits := int(raw.Size(t)) * 8
	switch kind := raw.KindName(raw.KindOf(t)); kind {
	case "bool":
		if x := s.boolean(verb); s.err == nil {
			*(*bool)(to) = x
		}
	case "int", "int8", "int16", "int32", "int64":
		if x := s.integer(verb, bits); s.err == nil {
			storeBits(to, bits, uint64(x))
		}
	case "uint", "uint8", "uint16", "uint32", "uint64", "uintptr":
		if x := s.unsigned(verb, bits); s.err == nil {
			storeBits(to, bits, x)
		}
	case "float32", "float64":
		name := kind
		if _, plain := a.(*float32); !plain {
			if _, plain = a.(*float64); !plain {
				verb = 'v' // Go looks at the verb of the predeclared types only
			}
		}
		s.float(verb, name, bits, to)
	case "string":
		if x := s.str(verb); s.err == nil {
			*(*string)(to) = x
		}
	case "slice":
		if raw.KindName(raw.KindOf(raw.Elem(t))) != "uint8" {
			s.complain("can't scan type: " + format(a, 'T', directive{}, nil))
			return
		}
		if x := s.str(verb); s.err == nil {
			*(*[]byte)(to) = []byte(x)
		}
	default:
		s.complain("can't scan type: " + format(a, 'T', directive{}, nil))
	}
}

func storeBits(to unsafe.Pointer, bits int, x uint64) {
	switch bits {
	case 8:
		*(*uint8)(to) = uint8(x)
	case 16:
		*(*uint16)(to) = uint16(x)
	case 32:
		*(*uint32)(to) = uint32(x)
	default:
		*(*uint64)(to) = x
	}
}

// letters accepts a word's letters, each in either case; true when none or all of them are there.
func (s *scan) letters(pairs ...string) bool {
	for i, pair := range pairs {
		if !s.accept(pair) {
			return i == 0
		}
	}
	return true
}

func (s *scan) boolean(verb rune) bool {
	s.begin()
	if !s.allows(verb, "tv", "boolean") {
		return false
	}
	value, whole := false, true
	switch s.read() {
	case '1':
		value = true
	case 't', 'T':
		value, whole = true, s.letters("rR", "uU", "eE")
	case 'f', 'F':
		whole = s.letters("aA", "lL", "sS", "eE")
	}
	if !whole {
		s.complain("syntax error scanning boolean")
	}
	return value
}

// number takes the digits of a whole number and says in which base they are to be read.
func (s *scan) number(verb rune, signed bool) (digits string, base int) {
	s.begin()
	if !s.allows(verb, "bdoUxXv", "integer") {
		return "", 0
	}
	base, set := 10, decimal
	switch verb {
	case 'b':
		base, set = 2, "01"
	case 'o':
		base, set = 8, "01234567"
	case 'x', 'X', 'U':
		base, set = 16, hexadecimal
	}
	begun := false
	if verb == 'U' {
		if !s.accept("U") || !s.accept("+") {
			s.complain("bad unicode format ")
		}
		s.token = s.token[:0]
	} else {
		if signed {
			s.accept("+-")
		}
		if verb == 'v' {
			base, set, begun = s.prefix()
		}
	}
	if !begun {
		s.notAtEnd()
		if !s.accept(set) {
			s.complain("expected integer")
		}
	}
	for s.accept(set) {
	}
	return string(s.token), base
}

// prefix takes 0, 0b, 0o or 0x; strconv will read it.
func (s *scan) prefix() (base int, set string, begun bool) {
	if !s.peek("0") {
		return 0, decimal + "_", false
	}
	s.accept("0")
	switch {
	case s.accept("bB"):
		return 0, "01_", true
	case s.accept("xX"):
		return 0, hexadecimal + "_", true
	}
	s.accept("oO")
	return 0, "01234567_", true
}

func (s *scan) integer(verb rune, bits int) int64 {
	if verb == 'c' {
		return s.character(bits)
	}
	digits, base := s.number(verb, true)
	if s.err != nil {
		return 0
	}
	x, err := strconv.ParseInt(digits, base, 64)
	if err != nil {
		s.fail(err)
	} else if x<<(64-bits)>>(64-bits) != x {
		s.complain("integer overflow on token " + digits)
	}
	return x
}

func (s *scan) unsigned(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.character(bits))
	}
	digits, base := s.number(verb, false)
	if s.err != nil {
		return 0
	}
	x, err := strconv.ParseUint(digits, base, 64)
	if err != nil {
		s.fail(err)
	} else if x<<(64-bits)>>(64-bits) != x {
		s.complain("unsigned integer overflow on token " + digits)
	}
	return x
}

// character is the next rune, whatever it is.
func (s *scan) character(bits int) int64 {
	s.notAtEnd()
	r := s.read()
	x := int64(r)
	if x<<(64-bits)>>(64-bits) != x {
		s.complain("overflow on character value " + string(r))
	}
	return x
}

// floatText takes what may be a float; strconv will say whether it is one.
func (s *scan) floatText() string {
	s.token = s.token[:0]
	if s.accept("nN") && s.accept("aA") && s.accept("nN") {
		return string(s.token)
	}
	s.accept("+-")
	if s.accept("iI") && s.accept("nN") && s.accept("fF") {
		return string(s.token)
	}
	set, exponent := decimal+"_", "eEpP"
	if s.accept("0") && s.accept("xX") {
		set, exponent = hexadecimal+"_", "pP"
	}
	for s.accept(set) {
	}
	if s.accept(".") {
		for s.accept(set) {
		}
	}
	if s.accept(exponent) {
		s.accept("+-")
		for s.accept(decimal + "_") {
		}
	}
	return string(s.token)
}

func (s *scan) float(verb rune, name string, bits int, to unsafe.Pointer) {
	if !s.allows(verb, floatVerbs, name) {
		return
	}
	s.begin()
	digits := s.floatText()
	if s.err != nil {
		return
	}
	x := s.toFloat(digits, bits)
	if s.err != nil {
		return
	}
	if bits == 32 {
		*(*float32)(to) = float32(x)
	} else {
		*(*float64)(to) = x
	}
}

// toFloat also reads 1.2p4: a decimal number times a power of two.
func (s *scan) toFloat(digits string, bits int) float64 {
	mark, isHex := -1, false
	for i, c := range digits {
		switch c {
		case 'p':
			mark = max(mark, i)
		case 'x', 'X':
			isHex = true
		}
	}
	if mark < 0 || isHex {
		x, err := strconv.ParseFloat(digits, bits)
		s.wrong(err, "")
		return x
	}
	x, err := strconv.ParseFloat(digits[:mark], bits)
	s.wrong(err, digits)
	power, err := strconv.Atoi(digits[mark+1:])
	s.wrong(err, digits)
	return math.Ldexp(x, power)
}

// wrong fails with an error of strconv; whole, where given, is the text that it names.
func (s *scan) wrong(err error, whole string) {
	if err == nil {
		return
	}
	if number, ok := err.(*strconv.NumError); ok && whole != "" {
		number.Num = whole
	}
	s.fail(err)
}
