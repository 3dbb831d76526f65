// Package tabwriter of hmaplab: text in columns. A cell ends with a tab; a column is a run of lines that have a cell there.
package tabwriter

import (
	"io"
	"unicode/utf8"
)

const (
	_ uint = 1 << iota
	StripEscape
	AlignRight
	DiscardEmptyColumns
	TabIndent
	Debug
)

const Escape = '\xff'

// cell is a text between tabs. The last one of a line has no tab behind it and belongs to no column.
type cell struct {
	text  string
	width int
	soft  bool // its tab was a \v
}

// Writer collects lines until it knows how wide their columns are.
type Writer struct {
	out                         io.Writer
	minwidth, tabwidth, padding int
	padchar                     byte
	flags                       uint
	lines                       [][]cell
	text                        []byte // of the cell that is begun
	escapes                     int    // marks in it, which take no place
	escaped                     bool
	failed                      error
}

func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

func (b *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	if padchar == '\t' {
		flags &^= AlignRight
	}
	*b = Writer{out: output, minwidth: minwidth, tabwidth: tabwidth, padding: padding, padchar: padchar, flags: flags}
	b.lines = [][]cell{nil}
	return b
}

func (b *Writer) endCell(soft bool) int {
	text := string(b.text)
	width := utf8.RuneCountInString(text) - b.escapes
	b.escapes = 0
	b.text = b.text[:0]
	last := len(b.lines) - 1
	b.lines[last] = append(b.lines[last], cell{text, width, soft})
	return len(b.lines[last])
}

// Write takes text. A line without a tab ends all columns: what came before can be written then.
func (b *Writer) Write(buf []byte) (n int, err error) {
	for _, c := range buf {
		if b.escaped && c != Escape {
			b.text = append(b.text, c)
			continue
		}
		switch c {
		case '\t', '\v':
			b.endCell(c == '\v')
		case '\n', '\f':
			cells := b.endCell(false)
			b.lines = append(b.lines, nil)
			if c == '\f' || cells == 1 {
				b.flush()
				if c == '\f' && b.flags&Debug != 0 {
					b.write("---\n")
				}
			}
		case Escape:
			b.escaped = !b.escaped
			if b.flags&StripEscape == 0 {
				b.text = append(b.text, c)
				b.escapes++
			}
		default:
			b.text = append(b.text, c)
		}
	}
	return len(buf), b.failed
}

// Flush writes what is left.
func (b *Writer) Flush() error {
	if len(b.text) > 0 {
		b.endCell(false)
	}
	b.flush()
	return b.failed
}

func (b *Writer) flush() {
	b.format(0, len(b.lines), nil)
	b.lines = [][]cell{nil}
}

func (b *Writer) write(text string) {
	if b.failed == nil {
		_, b.failed = io.WriteString(b.out, text)
	}
}

// format writes lines[from:to], of which the first columns have the given widths. A line with one cell more than that begins a
// further column, as far down as the lines below have that cell too.
func (b *Writer) format(from, to int, widths []int) {
	column := len(widths)
	done := from
	for at := from; at < to; at++ {
		if column >= len(b.lines[at])-1 {
			continue
		}
		b.writeLines(done, at, widths)
		end := at
		width, empty := b.minwidth, true
		for ; end < to && column < len(b.lines[end])-1; end++ {
			c := b.lines[end][column]
			width = max(width, c.width+b.padding)
			if c.width > 0 || !c.soft {
				empty = false
			}
		}
		if empty && b.flags&DiscardEmptyColumns != 0 {
			width = 0
		}
		b.format(at, end, append(widths[:column:column], width))
		done = end
		at = end - 1
	}
	b.writeLines(done, to, widths)
}

func repeated(c byte, count int) string {
	text := make([]byte, max(count, 0))
	for i := range text {
		text[i] = c
	}
	return string(text)
}

// pad fills a cell up: with tabs up to the next stop, or with single characters.
func (b *Writer) pad(text, cells int, useTabs bool) {
	if b.padchar != '\t' && !useTabs {
		b.write(repeated(b.padchar, cells-text))
		return
	}
	if b.tabwidth == 0 {
		return
	}
	cells = (cells + b.tabwidth - 1) / b.tabwidth * b.tabwidth
	b.write(repeated('\t', (cells-text+b.tabwidth-1)/b.tabwidth))
}

func (b *Writer) writeLines(from, to int, widths []int) {
	for at := from; at < to; at++ {
		useTabs := b.flags&TabIndent != 0
		line := b.lines[at]
		for j, c := range line {
			if j > 0 && b.flags&Debug != 0 {
				b.write("|")
			}
			switch {
			case c.text == "":
				if j < len(widths) {
					b.pad(c.width, widths[j], useTabs)
				}
			case b.flags&AlignRight == 0:
				useTabs = false
				b.write(c.text)
				if j < len(widths) {
					b.pad(c.width, widths[j], false)
				}
			default:
				useTabs = false
				if j < len(widths) {
					b.pad(c.width, widths[j], false)
				}
				b.write(c.text)
			}
		}
		if at+1 < len(b.lines) {
			b.write("\n")
		}
	}
}
