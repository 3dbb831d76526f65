package regexp

import "unicode"

func (p *parser) one(s *set) *node { return &node{op: opSet, set: s} }

// literal is the set of one rune, in both cases where these do not matter.
func (p *parser) literal(c rune) *node {
	s := &set{}
	s.add(c, c, p.flags.fold)
	return p.one(s)
}

// atom parses what can be repeated; nil: it was only a change of flags.
func (p *parser) atom() *node {
	switch {
	case p.has("("):
		return p.group()
	case p.has("["):
		return p.one(p.class())
	case p.has("\\"):
		return p.escaped()
	case p.accept("."):
		s := &set{negated: true}
		if !p.flags.dotAll {
			s.add('\n', '\n', false)
		}
		return p.one(s)
	case p.accept("^"):
		if p.flags.lines {
			return &node{op: opLook, look: beginLine}
		}
		return &node{op: opLook, look: beginText}
	case p.accept("$"):
		if p.flags.lines {
			return &node{op: opLook, look: endLine}
		}
		return &node{op: opLook, look: endText}
	}
	return p.literal(p.next())
}

// group parses (…), (?:…), (?P<name>…), (?<name>…), (?i:…) and (?i).
func (p *parser) group() *node {
	before := p.flags
	p.accept("(")
	number := 0
	switch {
	case p.has("?P<") || p.has("?<"):
		name := p.groupName()
		number = len(p.names)
		p.names = append(p.names, name)
	case p.accept("?"):
		if !p.setFlags() {
			return nil
		}
	default:
		number = len(p.names)
		p.names = append(p.names, "")
	}
	inner := p.choice()
	if p.err == nil && !p.accept(")") {
		p.fail(missingParen, p.whole)
	}
	p.flags = before
	return &node{op: opGroup, group: number, parts: []*node{inner}}
}

func (p *parser) groupName() string {
	all := "(" + p.rest
	if !p.accept("?P<") {
		p.accept("?<")
	}
	begin := p.rest
	for p.rest != "" && p.rest[0] != '>' {
		p.rest = p.rest[1:]
	}
	if p.rest == "" {
		p.fail(badNamedCapture, all)
		return ""
	}
	name := begin[:len(begin)-len(p.rest)]
	p.accept(">")
	capture := all[:len(all)-len(p.rest)]
	good := name != ""
	for _, c := range name {
		good = good && isWord(c)
	}
	if !good {
		p.fail(badNamedCapture, capture)
	}
	return name
}

// setFlags parses what stands behind "(?" up to the colon; false: up to the parenthesis, there is no group.
func (p *parser) setFlags() bool {
	all := "(?" + p.rest
	changed := p.flags
	on, any := true, false
	for p.rest != "" {
		c := p.next()
		switch c {
		case 'i':
			changed.fold, any = on, true
		case 'm':
			changed.lines, any = on, true
		case 's':
			changed.dotAll, any = on, true
		case 'U':
			changed.lazy, any = on, true
		case '-':
			if !on {
				p.fail(badPerl, all[:len(all)-len(p.rest)])
				return false
			}
			on, any = false, false
		case ':', ')':
			if !on && !any {
				p.fail(badPerl, all[:len(all)-len(p.rest)])
				return false
			}
			p.flags = changed
			return c == ':'
		default:
			p.fail(badPerl, all[:len(all)-len(p.rest)])
			return false
		}
	}
	p.fail(badPerl, all)
	return false
}

// escaped parses a backslash outside of a class.
func (p *parser) escaped() *node {
	looks := [...]struct {
		text string
		look int
	}{{`\A`, beginText}, {`\z`, endText}, {`\b`, wordBoundary}, {`\B`, noWordBoundary}}
	for _, l := range looks {
		if p.accept(l.text) {
			return &node{op: opLook, look: l.look}
		}
	}
	if p.accept(`\Q`) {
		return p.quotation()
	}
	s := &set{}
	if p.named(s) {
		return p.one(s)
	}
	return p.literal(p.escape())
}

// quotation parses what stands between \Q and \E: all of it is literal.
func (p *parser) quotation() *node {
	all := &node{op: opConcat}
	for p.rest != "" && !p.accept(`\E`) {
		all.parts = append(all.parts, p.literal(p.next()))
	}
	return all
}

func digitOf(c byte, base int) int {
	d := 99
	switch {
	case c >= '0' && c <= '9':
		d = int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		d = int(c|0x20-'a') + 10
	}
	if d >= base {
		return -1
	}
	return d
}

// escape parses a backslash that stands for one rune.
func (p *parser) escape() rune {
	all := p.rest
	p.accept(`\`)
	if p.rest == "" {
		p.fail(trailingBackslash, "")
		return 0
	}
	bad := func() rune {
		p.fail(badEscape, all[:len(all)-len(p.rest)])
		return 0
	}
	c := p.next()
	switch c {
	case 'a':
		return '\a'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	case 'v':
		return '\v'
	case 'x':
		return p.hexadecimal(bad)
	case '1', '2', '3', '4', '5', '6', '7':
		if p.rest == "" || digitOf(p.rest[0], 8) < 0 {
			return bad()
		}
		fallthrough
	case '0':
		value := c - '0'
		for i := 1; i < 3 && p.rest != "" && digitOf(p.rest[0], 8) >= 0; i++ {
			value = value*8 + rune(digitOf(p.rest[0], 8))
			p.rest = p.rest[1:]
		}
		return value
	}
	if c < 0x80 && !isWord(c) {
		return c
	}
	return bad()
}

// hexadecimal parses what stands behind \x: two digits, or any number of them in braces.
func (p *parser) hexadecimal(bad func() rune) (value rune) {
	braces := p.accept("{")
	count := 0
	for p.rest != "" && (braces || count < 2) {
		d := digitOf(p.rest[0], 16)
		if d < 0 {
			break
		}
		p.rest = p.rest[1:]
		value = value*16 + rune(d)
		count++
		if value > unicode.MaxRune {
			return bad()
		}
	}
	if braces && count > 0 && p.accept("}") || !braces && count == 2 {
		return value
	}
	if p.rest != "" {
		p.next()
	}
	return bad()
}
