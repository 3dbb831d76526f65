// Package strconv of hmaplab: numbers as text.
package strconv

import "errors"

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

// Quote gives the text as a Go string literal.
func Quote(s string) string

func Itoa(i int) string { return FormatInt(int64(i), 10) }

func FormatInt(i int64, base int) string {
	if i < 0 {
		return "-" + FormatUint(-uint64(i), base)
	}
	return FormatUint(uint64(i), base)
}

func FormatUint(i uint64, base int) string {
	const digits = "0123456789abcdefghijklmnopqrstuvwxyz"
	if base < 2 || base > len(digits) {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
	var buffer [64]byte
	at := len(buffer)
	for {
		at--
		buffer[at] = digits[i%uint64(base)]
		i /= uint64(base)
		if i == 0 {
			return string(buffer[at:])
		}
	}
}

func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, &NumError{"ParseBool", str, ErrSyntax}
}

func Atoi(s string) (int, error) {
	value, err := parse(s)
	if err != nil {
		return int(value), &NumError{"Atoi", s, err}
	}
	return int(value), nil
}

// parse reads a decimal number with an optional sign.
func parse(s string) (int64, error) {
	digits := s
	negative := false
	if len(digits) > 0 && (digits[0] == '-' || digits[0] == '+') {
		negative = digits[0] == '-'
		digits = digits[1:]
	}
	if len(digits) == 0 {
		return 0, ErrSyntax
	}
	const limit = uint64(1) << 63
	var value uint64
	outside := false
	for i := 0; i < len(digits); i++ {
		digit := digits[i] - '0'
		if digit > 9 {
			return 0, ErrSyntax
		}
		if value > (limit-uint64(digit))/10 {
			outside = true
		} else {
			value = value*10 + uint64(digit)
		}
	}
	if outside || value == limit && !negative {
		if negative {
			return -1 << 63, ErrRange
		}
		return 1<<63 - 1, ErrRange
	}
	if negative {
		return -int64(value), nil
	}
	return int64(value), nil
}
