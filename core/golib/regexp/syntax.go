package regexp

import "unicode/utf8"

// What a node of the tree is.
const (
	opEmpty = iota
	opSet   // one rune of a set
	opLook  // a place: begin or end of text or line, a boundary of words
	opGroup
	opConcat
	opChoice
	opRepeat
)

// The places that opLook asks for.
const (
	beginText = iota
	endText
	beginLine
	endLine
	wordBoundary
	noWordBoundary
)

type node struct {
	op       int
	set      *set
	look     int
	group    int // 0: only parentheses
	parts    []*node
	min, max int // max -1: any number
	lazy     bool
}

// syntaxError says what is wrong with an expression.
type syntaxError struct {
	code, expr string
}

func (e *syntaxError) Error() string {
	return "error parsing regexp: " + e.code + ": `" + e.expr + "`"
}

const (
	badClass          = "invalid character class"
	badClassRange     = "invalid character class range"
	badEscape         = "invalid escape sequence"
	badNamedCapture   = "invalid named capture"
	badPerl           = "invalid or unsupported Perl syntax"
	badNestedRepeat   = "invalid nested repetition operator"
	badRepeatCount    = "invalid repeat count"
	missingBracket    = "missing closing ]"
	missingParen      = "missing closing )"
	missingArgument   = "missing argument to repetition operator"
	trailingBackslash = "trailing backslash at end of expression"
	unexpectedParen   = "unexpected )"
	tooLarge          = "expression too large"
)

type flags struct {
	fold, lines, dotAll, lazy bool
}

// parser goes through the text once. After an error it stands at the end.
type parser struct {
	whole, rest string
	flags       flags
	names       []string // of the groups, from 0
	err         *syntaxError
}

func (p *parser) fail(code, expr string) {
	if p.err == nil {
		p.err = &syntaxError{code, expr}
	}
	p.rest = ""
}

func (p *parser) has(prefix string) bool {
	return len(p.rest) >= len(prefix) && p.rest[:len(prefix)] == prefix
}

func (p *parser) accept(prefix string) bool {
	if !p.has(prefix) {
		return false
	}
	p.rest = p.rest[len(prefix):]
	return true
}

// next takes a rune.
func (p *parser) next() rune {
	c, size := utf8.DecodeRuneInString(p.rest)
	p.rest = p.rest[size:]
	return c
}

// choice parses alternatives up to a closing parenthesis or the end.
func (p *parser) choice() *node {
	parts := []*node{p.concat()}
	for p.accept("|") {
		parts = append(parts, p.concat())
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return &node{op: opChoice, parts: parts}
}

func (p *parser) concat() *node {
	var parts []*node
	for p.rest != "" && p.rest[0] != '|' && p.rest[0] != ')' {
		if at := p.rest; p.isRepeat() {
			p.fail(missingArgument, at[:len(at)-len(p.rest)])
			break
		}
		part := p.atom()
		if part == nil {
			continue
		}
		parts = append(parts, p.repeated(part))
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return &node{op: opConcat, parts: parts}
}

// isRepeat takes a repetition operator.
func (p *parser) isRepeat() bool {
	if p.accept("*") || p.accept("+") || p.accept("?") {
		return true
	}
	_, _, ok := p.count()
	return ok
}

// count takes {n}, {n,} or {n,m}; what does not look so stands for itself.
func (p *parser) count() (low, high int, ok bool) {
	s := p.rest
	if !p.accept("{") {
		return 0, 0, false
	}
	low, ok = p.number()
	high = low
	if ok && p.accept(",") {
		high = -1
		if !p.has("}") {
			high, ok = p.number()
		}
	}
	if !ok || !p.accept("}") {
		p.rest = s
		return 0, 0, false
	}
	return low, high, true
}

func (p *parser) number() (n int, ok bool) {
	begin := p.rest
	for p.rest != "" && p.rest[0] >= '0' && p.rest[0] <= '9' {
		if n < 1e8 {
			n = n*10 + int(p.rest[0]-'0')
		}
		p.rest = p.rest[1:]
	}
	digits := len(begin) - len(p.rest)
	return n, digits > 0 && (digits == 1 || begin[0] != '0')
}

const mostRepeats = 1000

// repeats tells how many copies of something a node makes by counting.
func repeats(n *node) int {
	most := 1
	for _, part := range n.parts {
		most = max(most, repeats(part))
	}
	if n.op == opRepeat {
		most *= max(n.min, n.max, 1)
	}
	return most
}

// repeated puts the operators behind an atom around it.
func (p *parser) repeated(part *node) *node {
	before := ""
	for p.rest != "" {
		at := p.rest
		low, high := 0, -1
		switch {
		case p.accept("*"):
		case p.accept("+"):
			low = 1
		case p.accept("?"):
			high = 1
		default:
			var ok bool
			if low, high, ok = p.count(); !ok {
				return part
			}
			if text := at[:len(at)-len(p.rest)]; low > mostRepeats || high > mostRepeats || high >= 0 && low > high {
				p.fail(badRepeatCount, text)
				return part
			}
		}
		if max(low, high)*repeats(part) > mostRepeats {
			p.fail(badRepeatCount, at[:len(at)-len(p.rest)])
			return part
		}
		lazy := p.accept("?") != p.flags.lazy
		operator := at[:len(at)-len(p.rest)]
		if before != "" {
			p.fail(badNestedRepeat, before+operator)
			return part
		}
		part = &node{op: opRepeat, parts: []*node{part}, min: low, max: high, lazy: lazy}
		before = operator
	}
	return part
}
