// Package strings of hmaplab.
package strings

import (
	"unicode"
	"unicode/utf8"
)

// Clone gives the same text in memory of its own.
func Clone(s string) string { return string([]byte(s)) }

// Join puts the separator between the elements.
func Join(elems []string, sep string) string {
	var text []byte
	for i, elem := range elems {
		if i > 0 {
			text = append(text, sep...)
		}
		text = append(text, elem...)
	}
	return string(text)
}

// Repeat gives s count times.
func Repeat(s string, count int) string {
	if count < 0 {
		panic("strings: negative Repeat count")
	}
	if len(s) > 0 && count > (1<<63-1)/len(s) {
		panic("strings: Repeat output length overflow")
	}
	return repeat(s, count)
}

func repeat(s string, count int) string

// Map replaces each rune; a negative one is left out.
func Map(mapping func(rune) rune, s string) string {
	text := make([]byte, 0, len(s))
	changed := false
	for i, r := range s {
		c := mapping(r)
		if c != r || r == utf8.RuneError && s[i] != 0xef {
			changed = true
		}
		if c >= 0 {
			text = append(text, string(c)...)
		}
	}
	if !changed {
		return s
	}
	return string(text)
}

func ToUpper(s string) string { return Map(unicode.ToUpper, s) }
func ToLower(s string) string { return Map(unicode.ToLower, s) }
func ToTitle(s string) string { return Map(unicode.ToTitle, s) }

// Title puts the first letter of each word in title case.
func Title(s string) string {
	before := ' '
	return Map(func(r rune) rune {
		starts := !inWord(before)
		before = r
		if starts {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}

func inWord(r rune) bool {
	if r < 0x80 {
		return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || !unicode.IsSpace(r)
}

// ToValidUTF8 puts the replacement in the place of each run of wrong bytes.
func ToValidUTF8(s, replacement string) string {
	var text []byte
	wrong := false
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		bad := r == utf8.RuneError && size == 1
		if !bad {
			text = append(text, s[:size]...)
		} else if !wrong {
			text = append(text, replacement...)
		}
		wrong = bad
		s = s[size:]
	}
	return string(text)
}

// Replace puts new in the place of the first n old ones; n < 0: of all.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	if count := Count(s, old); count == 0 {
		return s
	} else if n < 0 || count < n {
		n = count
	}
	var text []byte
	for done := 0; done < n; done++ {
		i := Index(s, old)
		if old == "" && done > 0 { // behind the next rune
			_, i = utf8.DecodeRuneInString(s)
		}
		text = append(text, s[:i]...)
		text = append(text, new...)
		s = s[i+len(old):]
	}
	return string(append(text, s...))
}

func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }
