package strings

import (
	"unicode"
	"unicode/utf8"
)

// Index gives where substr begins in s, or -1; LastIndex where it begins for the last time.
func Index(s, substr string) int
func LastIndex(s, substr string) int

func HasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }
func HasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}

func Contains(s, substr string) bool                { return Index(s, substr) >= 0 }
func ContainsRune(s string, r rune) bool            { return IndexRune(s, r) >= 0 }
func ContainsAny(s, chars string) bool              { return IndexAny(s, chars) >= 0 }
func ContainsFunc(s string, f func(rune) bool) bool { return IndexFunc(s, f) >= 0 }
func IndexByte(s string, c byte) int                { return Index(s, string([]byte{c})) }
func LastIndexByte(s string, c byte) int            { return LastIndex(s, string([]byte{c})) }
func IndexFunc(s string, f func(rune) bool) int     { return first(s, f, true) }
func LastIndexFunc(s string, f func(rune) bool) int { return last(s, f, true) }

// IndexRune finds a rune; RuneError is found where the encoding is wrong too.
func IndexRune(s string, r rune) int {
	switch {
	case r == utf8.RuneError:
		return first(s, func(c rune) bool { return c == r }, true)
	case !utf8.ValidRune(r):
		return -1
	}
	return Index(s, string(r))
}

func IndexAny(s, chars string) int {
	return first(s, func(r rune) bool { return IndexRune(chars, r) >= 0 }, true)
}

func LastIndexAny(s, chars string) int {
	return last(s, func(r rune) bool { return IndexRune(chars, r) >= 0 }, true)
}

// first finds the first rune for which f answers so, last the last one.
func first(s string, f func(rune) bool, wanted bool) int {
	for i, r := range s {
		if f(r) == wanted {
			return i
		}
	}
	return -1
}

func last(s string, f func(rune) bool, wanted bool) int {
	for len(s) > 0 {
		r, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
		if f(r) == wanted {
			return len(s)
		}
	}
	return -1
}

// Count counts separate occurrences; the empty string occurs around each rune.
func Count(s, substr string) int {
	if substr == "" {
		return utf8.RuneCountInString(s) + 1
	}
	count := 0
	for {
		i := Index(s, substr)
		if i < 0 {
			return count
		}
		count++
		s = s[i+len(substr):]
	}
}

func Compare(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// EqualFold compares without regard to case.
func EqualFold(s, t string) bool {
	for s != "" && t != "" {
		a, sizeA := utf8.DecodeRuneInString(s)
		b, sizeB := utf8.DecodeRuneInString(t)
		s, t = s[sizeA:], t[sizeB:]
		if a != b && !sameFold(a, b) {
			return false
		}
	}
	return s == t
}

func sameFold(a, b rune) bool {
	for r := unicode.SimpleFold(a); r != a; r = unicode.SimpleFold(r) {
		if r == b {
			return true
		}
	}
	return false
}
