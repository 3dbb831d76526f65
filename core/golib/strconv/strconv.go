// Package strconv of hmaplab: numbers as text and back.
package strconv

import "errors"

const IntSize = 64

var ErrSyntax = errors.New("invalid syntax")
var ErrRange = errors.New("value out of range")

// NumError says which conversion failed on which text.
type NumError struct {
	Func string
	Num  string
	Err  error
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error { return e.Err }

func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

func AppendBool(dst []byte, b bool) []byte { return append(dst, FormatBool(b)...) }

func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, &NumError{"ParseBool", str, ErrSyntax}
}

func Itoa(i int) string { return FormatInt(int64(i), 10) }

func FormatInt(i int64, base int) string {
	if i < 0 {
		return "-" + FormatUint(-uint64(i), base)
	}
	return FormatUint(uint64(i), base)
}

func FormatUint(i uint64, base int) string {
	if base < 2 || base > 36 {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
	return formatUint(i, base)
}

func formatUint(i uint64, base int) string

func AppendInt(dst []byte, i int64, base int) []byte   { return append(dst, FormatInt(i, base)...) }
func AppendUint(dst []byte, i uint64, base int) []byte { return append(dst, FormatUint(i, base)...) }

// Atoi is ParseInt(s, 10, 0) as an int.
func Atoi(s string) (int, error) {
	value, reason := parseSigned(s, 10, 64)
	if reason != nil {
		return int(value), &NumError{"Atoi", s, reason}
	}
	return int(value), nil
}

// ParseInt reads a whole number; base 0: what its prefix says; bitSize 0: an int.
func ParseInt(s string, base int, bitSize int) (int64, error) {
	reason := badParameters(s, base, &bitSize)
	if reason != nil {
		return 0, &NumError{"ParseInt", s, reason}
	}
	value, reason := parseSigned(s, base, bitSize)
	if reason != nil {
		return value, &NumError{"ParseInt", s, reason}
	}
	return value, nil
}

func ParseUint(s string, base int, bitSize int) (uint64, error) {
	reason := badParameters(s, base, &bitSize)
	if reason != nil {
		return 0, &NumError{"ParseUint", s, reason}
	}
	value, reason := parseMagnitude(s, base, bitSize)
	if reason != nil {
		return value, &NumError{"ParseUint", s, reason}
	}
	return value, nil
}

func badParameters(s string, base int, bitSize *int) error {
	switch {
	case s == "":
		return ErrSyntax
	case base != 0 && (base < 2 || base > 36):
		return errors.New("invalid base " + Itoa(base))
	case *bitSize < 0 || *bitSize > 64:
		return errors.New("invalid bit size " + Itoa(*bitSize))
	case *bitSize == 0:
		*bitSize = 64
	}
	return nil
}

func parseSigned(s string, base, bitSize int) (int64, error) {
	digits := s
	negative := false
	if len(s) > 0 && (s[0] == '+' || s[0] == '-') {
		negative = s[0] == '-'
		digits = s[1:]
	}
	value, reason := parseMagnitude(digits, base, bitSize)
	if reason == ErrSyntax {
		return 0, reason
	}
	limit := uint64(1) << (bitSize - 1)
	switch {
	case !negative && value >= limit:
		return int64(limit - 1), ErrRange
	case negative && value > limit:
		return -int64(limit), ErrRange
	case negative:
		return -int64(value), reason
	}
	return int64(value), reason
}

// parseMagnitude reads digits; what is too large gives the greatest value.
func parseMagnitude(s string, base, bitSize int) (value uint64, reason error) {
	digits := s
	withUnderscores := base == 0
	if withUnderscores {
		base, digits = basePrefix(s)
		if !underscoresFit(s) {
			return 0, ErrSyntax
		}
	}
	if digits == "" {
		return 0, ErrSyntax
	}
	greatest := uint64(1)<<bitSize - 1
	for i := 0; i < len(digits); i++ {
		if digits[i] == '_' && withUnderscores {
			continue
		}
		digit := digitOf(digits[i])
		if digit >= base {
			return 0, ErrSyntax
		}
		if value > (greatest-uint64(digit))/uint64(base) {
			return greatest, ErrRange
		}
		value = value*uint64(base) + uint64(digit)
	}
	return value, nil
}

// digitOf gives the value of a digit or letter, 36 for all others.
func digitOf(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'Z':
		return int(c-'A') + 10
	}
	return 36
}

// basePrefix reads 0x, 0b, 0o or 0.
func basePrefix(s string) (base int, digits string) {
	if len(s) < 2 || s[0] != '0' {
		return 10, s
	}
	switch s[1] | 0x20 {
	case 'x':
		return 16, s[2:]
	case 'b':
		return 2, s[2:]
	case 'o':
		return 8, s[2:]
	}
	return 8, s[1:]
}

// underscoresFit tells whether each underscore stands between digits; a prefix counts as a digit.
func underscoresFit(s string) bool {
	const (
		start = iota
		digit
		underscore
		other
	)
	base, digits := basePrefix(s)
	before := start
	if base != 10 {
		before = digit
	}
	for i := 0; i < len(digits); i++ {
		switch {
		case digits[i] >= '0' && digits[i] <= '9' || base == 16 && digitOf(digits[i]) < 16:
			before = digit
		case digits[i] == '_':
			if before != digit {
				return false
			}
			before = underscore
		default:
			if before == underscore {
				return false
			}
			before = other
		}
	}
	return before != underscore
}
