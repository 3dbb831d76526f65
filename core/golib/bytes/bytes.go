// Package bytes of hmaplab: what package strings does, for slices of bytes. Results that are parts share the memory of s.
package bytes

import (
	"strings"
	"unicode"
)

const MinRead = 512

func Equal(a, b []byte) bool                    { return string(a) == string(b) }
func Compare(a, b []byte) int                   { return strings.Compare(string(a), string(b)) }
func EqualFold(s, t []byte) bool                { return strings.EqualFold(string(s), string(t)) }
func Contains(b, sub []byte) bool               { return Index(b, sub) >= 0 }
func ContainsAny(b []byte, c string) bool       { return IndexAny(b, c) >= 0 }
func ContainsRune(b []byte, r rune) bool        { return IndexRune(b, r) >= 0 }
func Count(s, sep []byte) int                   { return strings.Count(string(s), string(sep)) }
func Index(s, sep []byte) int                   { return strings.Index(string(s), string(sep)) }
func IndexAny(s []byte, chars string) int       { return strings.IndexAny(string(s), chars) }
func IndexByte(b []byte, c byte) int            { return strings.IndexByte(string(b), c) }
func IndexRune(s []byte, r rune) int            { return strings.IndexRune(string(s), r) }
func LastIndex(s, sep []byte) int               { return strings.LastIndex(string(s), string(sep)) }
func LastIndexByte(s []byte, c byte) int        { return strings.LastIndexByte(string(s), c) }
func HasPrefix(s, prefix []byte) bool           { return strings.HasPrefix(string(s), string(prefix)) }
func HasSuffix(s, suffix []byte) bool           { return strings.HasSuffix(string(s), string(suffix)) }
func IndexFunc(s []byte, f func(rune) bool) int { return strings.IndexFunc(string(s), f) }

func ToUpper(s []byte) []byte                      { return []byte(strings.ToUpper(string(s))) }
func ToLower(s []byte) []byte                      { return []byte(strings.ToLower(string(s))) }
func ToTitle(s []byte) []byte                      { return []byte(strings.ToTitle(string(s))) }
func Title(s []byte) []byte                        { return []byte(strings.Title(string(s))) }
func Map(mapping func(rune) rune, s []byte) []byte { return []byte(strings.Map(mapping, string(s))) }

func Replace(s, old, new []byte, n int) []byte {
	return []byte(strings.Replace(string(s), string(old), string(new), n))
}

func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

// Clone gives the same bytes in memory of their own; nil stays nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

func Repeat(b []byte, count int) []byte {
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	if len(b) > 0 && count > (1<<63-1)/len(b) {
		panic("bytes: Repeat output length overflow")
	}
	return []byte(strings.Repeat(string(b), count))
}

func Join(s [][]byte, sep []byte) []byte {
	joined := []byte{}
	for i, part := range s {
		if i > 0 {
			joined = append(joined, sep...)
		}
		joined = append(joined, part...)
	}
	return joined
}

func Runes(s []byte) []rune { return []rune(string(s)) }

// parts are slices of s that lie one behind the other, `gap` bytes apart.
func parts(s []byte, texts []string, gap int) [][]byte {
	if texts == nil {
		return nil
	}
	list := make([][]byte, 0, len(texts))
	at := 0
	for _, text := range texts {
		list = append(list, s[at:at+len(text):at+len(text)])
		at += len(text) + gap
	}
	return list
}

func Split(s, sep []byte) [][]byte { return SplitN(s, sep, -1) }
func SplitN(s, sep []byte, n int) [][]byte {
	return parts(s, strings.SplitN(string(s), string(sep), n), len(sep))
}
func SplitAfter(s, sep []byte) [][]byte {
	return parts(s, strings.SplitAfter(string(s), string(sep)), 0)
}

func Fields(s []byte) [][]byte { return FieldsFunc(s, unicode.IsSpace) }

func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	fields := [][]byte{}
	start := -1
	for i, r := range string(s) {
		if f(r) {
			if start >= 0 {
				fields = append(fields, s[start:i:i])
			}
			start = -1
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		fields = append(fields, s[start:len(s):len(s)])
	}
	return fields
}

func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	return TrimPrefix(s, prefix), HasPrefix(s, prefix)
}

func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	return TrimSuffix(s, suffix), HasSuffix(s, suffix)
}

func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

func TrimLeftFunc(s []byte, f func(rune) bool) []byte {
	rest := s[len(s)-len(strings.TrimLeftFunc(string(s), f)):]
	if len(rest) == 0 {
		return nil
	}
	return rest
}

func TrimRightFunc(s []byte, f func(rune) bool) []byte {
	return s[:len(strings.TrimRightFunc(string(s), f))]
}

func TrimFunc(s []byte, f func(rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

func among(cutset string) func(rune) bool {
	return func(r rune) bool { return strings.ContainsRune(cutset, r) }
}

func Trim(s []byte, cutset string) []byte      { return TrimFunc(s, among(cutset)) }
func TrimLeft(s []byte, cutset string) []byte  { return TrimLeftFunc(s, among(cutset)) }
func TrimRight(s []byte, cutset string) []byte { return TrimRightFunc(s, among(cutset)) }
func TrimSpace(s []byte) []byte                { return TrimFunc(s, unicode.IsSpace) }

func ToValidUTF8(s, replacement []byte) []byte {
	return []byte(strings.ToValidUTF8(string(s), string(replacement)))
}
