// Package regexp of hmaplab: the expressions of RE2, leftmost first. Of the Unicode classes it knows the general categories L,
// Lu, Ll, Lt, M, N, Nd, P, S and Z.
package regexp

import (
	"strconv"
	"unicode/utf8"
)

// Regexp is an expression that is ready for matching.
type Regexp struct {
	expr  string
	code  []instruction
	names []string
}

func Compile(expr string) (*Regexp, error) {
	if !utf8.ValidString(expr) {
		return nil, &syntaxError{"invalid UTF-8", expr}
	}
	p := &parser{whole: expr, rest: expr, names: []string{""}}
	tree := p.choice()
	if p.err == nil && p.rest != "" {
		p.fail(unexpectedParen, expr)
	}
	if p.err != nil {
		return nil, p.err
	}
	c := &compiler{}
	c.emit(instruction{op: iSave, x: 0})
	c.compile(tree)
	c.emit(instruction{op: iSave, x: 1})
	c.emit(instruction{op: iMatch})
	return &Regexp{expr, c.code, p.names}, nil
}

func MustCompile(str string) *Regexp {
	re, err := Compile(str)
	if err != nil {
		quoted := strconv.Quote(str)
		if strconv.CanBackquote(str) {
			quoted = "`" + str + "`"
		}
		panic("regexp: Compile(" + quoted + "): " + err.Error())
	}
	return re
}

func MatchString(pattern string, s string) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchString(s), nil
}

func Match(pattern string, b []byte) (matched bool, err error) {
	return MatchString(pattern, string(b))
}

// QuoteMeta gives the expression that matches the text itself.
func QuoteMeta(s string) string {
	quoted := ""
	for i := range len(s) {
		for _, c := range `\.+*?()|[]{}^$` {
			if s[i] == byte(c) {
				quoted += `\`
			}
		}
		quoted += s[i : i+1]
	}
	return quoted
}

func (re *Regexp) String() string        { return re.expr }
func (re *Regexp) NumSubexp() int        { return len(re.names) - 1 }
func (re *Regexp) SubexpNames() []string { return re.names }

func (re *Regexp) SubexpIndex(name string) int {
	for i, known := range re.names {
		if name != "" && known == name {
			return i
		}
	}
	return -1
}

func (re *Regexp) MarshalText() ([]byte, error) { return []byte(re.expr), nil }

func (re *Regexp) MatchString(s string) bool { return re.find(s, 0, 0) != nil }
func (re *Regexp) Match(b []byte) bool       { return re.MatchString(string(b)) }

func (re *Regexp) FindStringSubmatchIndex(s string) []int { return re.find(s, 0, 2*len(re.names)) }
func (re *Regexp) FindStringIndex(s string) []int         { return re.find(s, 0, 2) }

func (re *Regexp) FindString(s string) string {
	if m := re.find(s, 0, 2); m != nil {
		return s[m[0]:m[1]]
	}
	return ""
}

// parts gives the texts of a match and of its groups; of those that took no part "".
func parts(s string, match []int) []string {
	if match == nil {
		return nil
	}
	texts := make([]string, len(match)/2)
	for i := range texts {
		if match[2*i] >= 0 {
			texts[i] = s[match[2*i]:match[2*i+1]]
		}
	}
	return texts
}

func (re *Regexp) FindStringSubmatch(s string) []string {
	return parts(s, re.FindStringSubmatchIndex(s))
}

// all gives up to n matches, one behind the other; an empty one right behind another does not count.
func (re *Regexp) all(s string, n, count int) (matches [][]int) {
	last := -1
	for at := 0; at <= len(s) && (n < 0 || len(matches) < n); {
		m := re.find(s, at, count)
		if m == nil {
			break
		}
		accept := true
		if m[1] == at { // empty
			accept = m[0] != last
			_, size := utf8.DecodeRuneInString(s[at:])
			at += max(size, 1)
		} else {
			at = m[1]
		}
		last = m[1]
		if accept {
			matches = append(matches, m)
		}
	}
	return matches
}

func (re *Regexp) FindAllStringIndex(s string, n int) [][]int { return re.all(s, n, 2) }
func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return re.all(s, n, 2*len(re.names))
}

func (re *Regexp) FindAllString(s string, n int) (texts []string) {
	for _, m := range re.all(s, n, 2) {
		texts = append(texts, s[m[0]:m[1]])
	}
	return texts
}

func (re *Regexp) FindAllStringSubmatch(s string, n int) (texts [][]string) {
	for _, m := range re.all(s, n, 2*len(re.names)) {
		texts = append(texts, parts(s, m))
	}
	return texts
}

// Split gives the texts between the matches, at most n of them.
func (re *Regexp) Split(s string, n int) []string {
	if n == 0 {
		return nil
	}
	if re.expr != "" && s == "" {
		return []string{""}
	}
	texts := []string{}
	begin, end := 0, 0
	for _, m := range re.all(s, n, 2) {
		if n > 0 && len(texts) == n-1 {
			break
		}
		end = m[0]
		if m[1] != 0 {
			texts = append(texts, s[begin:end])
		}
		begin = m[1]
	}
	if end != len(s) {
		texts = append(texts, s[begin:])
	}
	return texts
}
