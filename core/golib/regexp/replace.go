package regexp

import (
	"strconv"
	"unicode/utf8"
)

// replace puts what `with` gives in the place of each match.
func (re *Regexp) replace(s string, count int, with func(match []int) string) string {
	text := ""
	last := 0
	for at := 0; at <= len(s); {
		m := re.find(s, at, count)
		if m == nil {
			break
		}
		text += s[last:m[0]]
		if m[1] > last || m[0] == 0 { // not an empty one right behind another
			text += with(m)
		}
		last = m[1]
		_, size := utf8.DecodeRuneInString(s[at:])
		at = max(at+max(size, 1), m[1])
	}
	return text + s[last:]
}

func (re *Regexp) ReplaceAllString(src, repl string) string {
	return re.replace(src, 2*len(re.names), func(m []int) string { return re.expand(repl, src, m) })
}

func (re *Regexp) ReplaceAllLiteralString(src, repl string) string {
	return re.replace(src, 2, func([]int) string { return repl })
}

func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string {
	return re.replace(src, 2, func(m []int) string { return repl(src[m[0]:m[1]]) })
}

func (re *Regexp) ReplaceAll(src, repl []byte) []byte {
	return []byte(re.ReplaceAllString(string(src), string(repl)))
}

func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte {
	return []byte(re.ReplaceAllStringFunc(string(src), func(s string) string { return string(repl([]byte(s))) }))
}

// expand puts groups in the place of $1, ${1}, $name and ${name}; $$ is a dollar.
func (re *Regexp) expand(template, src string, m []int) string {
	text := ""
	for template != "" {
		if template[0] != '$' {
			text += template[:1]
			template = template[1:]
			continue
		}
		if len(template) > 1 && template[1] == '$' {
			text += "$"
			template = template[2:]
			continue
		}
		name, rest, ok := groupIn(template[1:])
		if !ok {
			text += "$"
			template = template[1:]
			continue
		}
		template = rest
		group, err := strconv.Atoi(name)
		if err != nil {
			group = re.SubexpIndex(name)
		}
		if group >= 0 && 2*group < len(m) && m[2*group] >= 0 {
			text += src[m[2*group]:m[2*group+1]]
		}
	}
	return text
}

// groupIn takes the name of a group from the begin of a template.
func groupIn(s string) (name, rest string, ok bool) {
	braces := s != "" && s[0] == '{'
	if braces {
		s = s[1:]
	}
	size := 0
	for size < len(s) && isWord(rune(s[size])) {
		size++
	}
	if size == 0 || braces && (size == len(s) || s[size] != '}') {
		return "", "", false
	}
	name, rest = s[:size], s[size:]
	if braces {
		rest = rest[1:]
	}
	return name, rest, true
}

func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte {
	return append(dst, re.expand(template, src, match)...)
}

func (re *Regexp) Find(b []byte) []byte {
	if m := re.find(string(b), 0, 2); m != nil {
		return b[m[0]:m[1]:m[1]]
	}
	return nil
}

func (re *Regexp) FindIndex(b []byte) []int         { return re.FindStringIndex(string(b)) }
func (re *Regexp) FindSubmatchIndex(b []byte) []int { return re.FindStringSubmatchIndex(string(b)) }

func (re *Regexp) FindSubmatch(b []byte) (parts [][]byte) {
	m := re.FindSubmatchIndex(b)
	for i := 0; i < len(m); i += 2 {
		var part []byte
		if m[i] >= 0 {
			part = b[m[i]:m[i+1]:m[i+1]]
		}
		parts = append(parts, part)
	}
	return parts
}

func (re *Regexp) FindAll(b []byte, n int) (all [][]byte) {
	for _, m := range re.all(string(b), n, 2) {
		all = append(all, b[m[0]:m[1]:m[1]])
	}
	return all
}
