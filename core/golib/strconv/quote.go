package strconv

import (
	"unicode"
	"unicode/utf8"
)

// Quote gives the text as a Go string literal.
func Quote(s string) string

// QuoteToASCII escapes all that is not ASCII.
func QuoteToASCII(s string) string

func QuoteRune(r rune) string
func QuoteRuneToASCII(r rune) string

func AppendQuote(dst []byte, s string) []byte        { return append(dst, Quote(s)...) }
func AppendQuoteToASCII(dst []byte, s string) []byte { return append(dst, QuoteToASCII(s)...) }
func AppendQuoteRune(dst []byte, r rune) []byte      { return append(dst, QuoteRune(r)...) }

func IsPrint(r rune) bool   { return unicode.IsPrint(r) }
func IsGraphic(r rune) bool { return unicode.IsGraphic(r) }

// CanBackquote tells whether the text can stand between back quotes on one line.
func CanBackquote(s string) bool {
	if !utf8.ValidString(s) {
		return false
	}
	for _, r := range s {
		if r < ' ' && r != '\t' || r == '`' || r == 0x7f || r == 0xfeff {
			return false
		}
	}
	return true
}

// Unquote reads a literal of a string or of a rune.
func Unquote(s string) (string, error) {
	if len(s) < 2 || s[0] != s[len(s)-1] {
		return "", ErrSyntax
	}
	quote, inside := s[0], s[1:len(s)-1]
	switch quote {
	case '`':
		return unquoteRaw(inside)
	case '"', '\'':
	default:
		return "", ErrSyntax
	}
	var text []byte
	count := 0
	for inside != "" {
		if inside[0] == '\n' {
			return "", ErrSyntax
		}
		r, multibyte, rest, err := UnquoteChar(inside, quote)
		if err != nil {
			return "", err
		}
		if r < utf8.RuneSelf || !multibyte {
			text = append(text, byte(r))
		} else {
			text = append(text, string(r)...)
		}
		inside = rest
		count++
	}
	if quote == '\'' && count > 1 { // Go takes '' too
		return "", ErrSyntax
	}
	return string(text), nil
}

func unquoteRaw(inside string) (string, error) {
	var text []byte
	for i := 0; i < len(inside); i++ {
		switch inside[i] {
		case '`':
			return "", ErrSyntax
		case '\r':
		default:
			text = append(text, inside[i])
		}
	}
	return string(text), nil
}

// UnquoteChar reads the first character of a literal; multibyte: it stands for a rune and not for a byte.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" || s[0] == quote && (quote == '\'' || quote == '"') {
		return 0, false, "", ErrSyntax
	}
	if s[0] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(s)
		return r, true, s[size:], nil
	}
	if s[0] != '\\' {
		return rune(s[0]), false, s[1:], nil
	}
	if len(s) == 1 {
		return 0, false, "", ErrSyntax
	}
	c, tail := s[1], s[2:]
	const short, meaning = "abfnrtv\\", "\a\b\f\n\r\t\v\\"
	for i := 0; i < len(short); i++ {
		if c == short[i] {
			return rune(meaning[i]), false, tail, nil
		}
	}
	switch {
	case c == 'x':
		return number(tail, 2, 16, false)
	case c == 'u':
		return number(tail, 4, 16, true)
	case c == 'U':
		return number(tail, 8, 16, true)
	case c >= '0' && c <= '7':
		return number(s[1:], 3, 8, false)
	case (c == '\'' || c == '"') && c == quote:
		return rune(c), false, tail, nil
	}
	return 0, false, "", ErrSyntax
}

// number reads so many digits of an escape.
func number(s string, digits, base int, isRune bool) (value rune, multibyte bool, tail string, err error) {
	if len(s) < digits {
		return 0, false, "", ErrSyntax
	}
	for i := 0; i < digits; i++ {
		digit := digitOf(s[i])
		if digit >= base {
			return 0, false, "", ErrSyntax
		}
		value = value*rune(base) + rune(digit)
	}
	if isRune && !utf8.ValidRune(value) || base == 8 && value > 255 {
		return 0, false, "", ErrSyntax
	}
	return value, isRune, s[digits:], nil
}
