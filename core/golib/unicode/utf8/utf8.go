// Package utf8 of hmaplab.
package utf8

const (
	RuneError = '\uFFFD'
	RuneSelf  = 0x80
	MaxRune   = '\U0010FFFF'
	UTFMax    = 4
)

// ValidRune tells whether a rune can be encoded.
func ValidRune(r rune) bool {
	return r >= 0 && r < 0xd800 || r > 0xdfff && r <= MaxRune
}

// RuneLen gives the bytes of a rune, -1 when it has none.
func RuneLen(r rune) int {
	switch {
	case !ValidRune(r):
		return -1
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case r < 0x10000:
		return 3
	}
	return 4
}

func AppendRune(p []byte, r rune) []byte { return append(p, string(r)...) }

// EncodeRune writes a rune to the beginning of p, which must be long enough.
func EncodeRune(p []byte, r rune) int {
	text := string(r)
	_ = p[len(text)-1]
	return copy(p, text)
}

// DecodeRuneInString gives the first rune and its bytes: (RuneError, 1) for a byte that is none, (RuneError, 0) for nothing.
func DecodeRuneInString(s string) (rune, int) {
	first := RuneError
	for i, r := range s {
		if i > 0 {
			return first, i
		}
		first = r
	}
	if first == RuneError && len(s) > 1 && s[0] != 0xef { // a broken rune at the end
		return first, 1
	}
	return first, len(s)
}

func DecodeRune(p []byte) (rune, int) { return DecodeRuneInString(string(p[:min(len(p), UTFMax)])) }

// DecodeLastRuneInString is DecodeRuneInString for the last rune.
func DecodeLastRuneInString(s string) (rune, int) {
	if s == "" {
		return RuneError, 0
	}
	for width := 1; width <= UTFMax && width <= len(s); width++ {
		if !RuneStart(s[len(s)-width]) {
			continue
		}
		if r, size := DecodeRuneInString(s[len(s)-width:]); size == width {
			return r, size
		}
		break
	}
	return RuneError, 1
}

func DecodeLastRune(p []byte) (rune, int) {
	return DecodeLastRuneInString(string(p[max(0, len(p)-UTFMax):]))
}

// FullRuneInString tells whether s begins with a whole rune; a wrong encoding is one, of width 1.
func FullRuneInString(s string) bool {
	if s == "" {
		return false
	}
	r, size := DecodeRuneInString(s)
	if r != RuneError || size > 1 {
		return true
	}
	need := 1
	switch first := s[0]; {
	case first >= 0xc2 && first < 0xe0:
		need = 2
	case first >= 0xe0 && first < 0xf0:
		need = 3
	case first >= 0xf0 && first <= 0xf4:
		need = 4
	}
	if len(s) >= need {
		return true
	}
	if len(s) > 1 && !goodSecond(s[0], s[1]) {
		return true
	}
	return len(s) > 2 && RuneStart(s[2])
}

// goodSecond tells whether the second byte can follow the first one.
func goodSecond(first, second byte) bool {
	switch first {
	case 0xe0:
		return second >= 0xa0 && second <= 0xbf
	case 0xed:
		return second >= 0x80 && second <= 0x9f
	case 0xf0:
		return second >= 0x90 && second <= 0xbf
	case 0xf4:
		return second >= 0x80 && second <= 0x8f
	}
	return !RuneStart(second)
}

func FullRune(p []byte) bool { return FullRuneInString(string(p[:min(len(p), UTFMax)])) }

// RuneStart tells whether a byte could be the first of a rune.
func RuneStart(b byte) bool { return b&0xc0 != 0x80 }

func RuneCountInString(s string) int {
	n := 0
	for range s {
		n++
	}
	return n
}

func RuneCount(p []byte) int { return RuneCountInString(string(p)) }

func ValidString(s string) bool {
	for i, r := range s {
		if r != RuneError {
			continue
		}
		if len(s)-i < 3 || s[i:i+3] != "\uFFFD" {
			return false
		}
	}
	return true
}

func Valid(p []byte) bool { return ValidString(string(p)) }
