package regexp

import "unicode/utf8"

// thread is a place in the program, and the places in the text that it has noted on its way.
type thread struct {
	pc    int
	notes []int
}

// machine follows all ways through the program at the same time, the preferred ones first (Pike's algorithm): a match costs as
// many steps as the text is long, whatever the expression.
type machine struct {
	code  []instruction
	text  string
	seen  []int // at which place of the text each instruction was reached last, plus one
	ready []thread
}

// add follows a thread up to the instructions that take a rune.
func (m *machine) add(pc, at int, notes []int) {
	for m.seen[pc] != at+1 {
		m.seen[pc] = at + 1
		i := &m.code[pc]
		switch i.op {
		case iSet, iMatch:
			m.ready = append(m.ready, thread{pc, notes})
			return
		case iJump:
			pc = i.x
			continue
		case iSplit:
			m.add(i.x, at, notes)
			pc = i.y
			continue
		case iLook:
			if !m.looks(i.x, at) {
				return
			}
		case iSave:
			if i.x < len(notes) {
				notes = append([]int(nil), notes...)
				notes[i.x] = at
			}
		}
		pc++
	}
}

// looks tells whether the text has such a place there.
func (m *machine) looks(what, at int) bool {
	switch what {
	case beginText:
		return at == 0
	case endText:
		return at == len(m.text)
	case beginLine:
		return at == 0 || m.text[at-1] == '\n'
	case endLine:
		return at == len(m.text) || m.text[at] == '\n'
	}
	before := at > 0 && isWord(rune(m.text[at-1]))
	behind := at < len(m.text) && isWord(rune(m.text[at]))
	return (before != behind) == (what == wordBoundary)
}

// find gives the leftmost match from a place on: begin and end of it and of the first groups, count numbers in all; nil: there
// is none.
func (re *Regexp) find(text string, from, count int) (match []int) {
	m := &machine{code: re.code, text: text, seen: make([]int, len(re.code))}
	var running []thread
	for at := from; ; {
		if match == nil { // a match may begin here, less preferred than those that began before
			none := make([]int, count)
			for i := range none {
				none[i] = -1
			}
			m.ready = running
			m.add(0, at, none)
			running = m.ready
		}
		c, size := rune(-1), 0
		if at < len(text) {
			c, size = utf8.DecodeRuneInString(text[at:])
		}
		m.ready = nil
		for _, t := range running {
			i := &m.code[t.pc]
			if i.op == iMatch {
				match = t.notes
				break // what follows is less preferred
			}
			if size > 0 && i.set.has(c) {
				m.add(t.pc+1, at+size, t.notes)
			}
		}
		running = m.ready
		if size == 0 {
			return match
		}
		at += size
		if match != nil && len(running) == 0 {
			return match
		}
	}
}
