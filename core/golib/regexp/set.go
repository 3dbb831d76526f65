package regexp

import "unicode"

// set is a set of runes: ranges, and kinds that package unicode tells.
type set struct {
	negated bool
	ranges  []rune // low, high, low, high, …
	kinds   []kind
}

type kind struct {
	is      func(rune) bool
	negated bool
}

func isWord(c rune) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_'
}

// add puts a range in; fold: with the other cases of its runes.
func (s *set) add(low, high rune, fold bool) {
	s.ranges = append(s.ranges, low, high)
	if !fold {
		return
	}
	for c := low; c <= high && c-low < 0x3000; c++ {
		for other := unicode.SimpleFold(c); other != c; other = unicode.SimpleFold(other) {
			if other < low || other > high {
				s.ranges = append(s.ranges, other, other)
			}
		}
	}
}

// addAll puts ranges in, or all runes that are not in them.
func (s *set) addAll(ranges string, negated bool) {
	runes := []rune(ranges)
	if !negated {
		s.ranges = append(s.ranges, runes...)
		return
	}
	low := rune(0)
	for i := 0; i < len(runes); i += 2 {
		if runes[i] > low {
			s.ranges = append(s.ranges, low, runes[i]-1)
		}
		low = runes[i+1] + 1
	}
	s.ranges = append(s.ranges, low, unicode.MaxRune)
}

func (s *set) has(c rune) bool {
	for i := 0; i < len(s.ranges); i += 2 {
		if s.ranges[i] <= c && c <= s.ranges[i+1] {
			return !s.negated
		}
	}
	for _, k := range s.kinds {
		if k.is(c) != k.negated {
			return !s.negated
		}
	}
	return s.negated
}

// The classes of Perl and POSIX, as ranges in ascending order.
var classes = map[string]string{
	`\d`: "09", `\s`: "\t\n\f\r  ", `\w`: "09AZ__az",
	"alnum": "09AZaz", "alpha": "AZaz", "ascii": "\x00\x7f", "blank": "\t\t  ", "cntrl": "\x00\x1f\x7f\x7f", "digit": "09",
	"graph": "!~", "lower": "az", "print": " ~", "punct": "!/:@[`{~", "space": "\t\r  ", "upper": "AZ", "word": "09AZ__az",
	"xdigit": "09AFaf",
}

var kinds = map[string]func(rune) bool{
	"L": unicode.IsLetter, "Lu": unicode.IsUpper, "Ll": unicode.IsLower, "N": unicode.IsNumber, "Nd": unicode.IsDigit,
	"P": unicode.IsPunct, "S": unicode.IsSymbol, "M": unicode.IsMark, "Lt": unicode.IsTitle,
	"Z": func(c rune) bool {
		return c == ' ' || c == 0xa0 || c == 0x1680 || c >= 0x2000 && c <= 0x200a || c == 0x2028 || c == 0x2029 || c == 0x202f ||
			c == 0x205f || c == 0x3000
	},
}

// named parses \d, \W, \pL or \P{Lu} into the set.
func (p *parser) named(s *set) bool {
	if len(p.rest) < 2 || p.rest[0] != '\\' {
		return false
	}
	letter := p.rest[1]
	switch letter {
	case 'd', 's', 'w', 'D', 'S', 'W':
		p.rest = p.rest[2:]
		s.addAll(classes[`\`+string(letter|0x20)], letter < 'a')
		return true
	case 'p', 'P':
	default:
		return false
	}
	all := p.rest
	p.rest = p.rest[2:]
	name, negated := "", letter == 'P'
	if p.accept("{") {
		if p.accept("^") {
			negated = !negated
		}
		for p.rest != "" && p.rest[0] != '}' {
			name += string(p.next())
		}
		if !p.accept("}") {
			p.fail(badClassRange, all)
			return true
		}
	} else if p.rest != "" {
		name = string(p.next())
	}
	is, known := kinds[name]
	if !known {
		p.fail(badClassRange, all[:len(all)-len(p.rest)])
		return true
	}
	s.kinds = append(s.kinds, kind{is, negated})
	return true
}

// posix parses [:alpha:] or [:^alpha:] into the set.
func (p *parser) posix(s *set) bool {
	if !p.has("[:") {
		return false
	}
	all := p.rest
	for end := 2; end+1 < len(all); end++ {
		if all[end] != ':' || all[end+1] != ']' {
			continue
		}
		name := all[2:end]
		negated := name != "" && name[0] == '^'
		if negated {
			name = name[1:]
		}
		p.rest = all[end+2:]
		ranges, known := classes[name]
		if !known {
			p.fail(badClassRange, all[:end+2])
		}
		s.addAll(ranges, negated)
		return true
	}
	return false
}

// class parses a set in brackets.
func (p *parser) class() *set {
	all := p.rest
	p.accept("[")
	s := &set{negated: p.accept("^")}
	for begun := false; ; begun = true {
		if p.err != nil {
			return s
		}
		if p.rest == "" {
			p.fail(missingBracket, all)
			return s
		}
		if p.has("]") && begun {
			p.accept("]")
			return s
		}
		if p.posix(s) || p.named(s) {
			continue
		}
		from := p.rest
		low := p.classRune(all)
		high := low
		if len(p.rest) > 1 && p.rest[0] == '-' && p.rest[1] != ']' {
			p.accept("-")
			high = p.classRune(all)
			if p.err == nil && high < low {
				p.fail(badClassRange, from[:len(from)-len(p.rest)])
			}
		}
		s.add(low, high, p.flags.fold)
	}
}

func (p *parser) classRune(all string) rune {
	if p.rest == "" {
		p.fail(missingBracket, all)
		return 0
	}
	if p.has(`\`) {
		return p.escape()
	}
	return p.next()
}
