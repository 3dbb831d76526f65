package fmt

// directive is what stands between % and its verb: -8.3 of %-8.3f. The machine reads it as it lies in memory.
type directive struct {
	minus, plus, sharp, space, zero bool
	hasWidth, hasPrecision          bool
	width, precision                int
}

// cursor walks through a layout and its operands.
type cursor struct {
	layout     string
	at         int // next byte
	operands   []any
	next       int  // next operand
	reordered  bool // an operand was named by its number
	goodNumber bool // … and it exists
	afterIndex bool // the last thing read was such a number
	complaint  string
}

func tooLarge(n int) bool { return n > 1e6 || n < -1e6 }

// flags reads the flags of a directive.
func (c *cursor) flags(d *directive) {
	for ; c.at < len(c.layout); c.at++ {
		switch c.layout[c.at] {
		case '-':
			d.minus = true
		case '+':
			d.plus = true
		case '#':
			d.sharp = true
		case ' ':
			d.space = true
		case '0':
			d.zero = true
		default:
			return
		}
	}
}

// number reads digits; ok tells whether there were any.
func (c *cursor) number() (n int, ok bool) {
	for c.at < len(c.layout) && c.layout[c.at] >= '0' && c.layout[c.at] <= '9' {
		if tooLarge(n) {
			c.at = len(c.layout)
			return 0, false
		}
		n = n*10 + int(c.layout[c.at]-'0')
		ok = true
		c.at++
	}
	return n, ok
}

// star takes an operand as a number.
func (c *cursor) star() (n int, ok bool) {
	if c.next >= len(c.operands) {
		return 0, false
	}
	n, ok = integer(c.operands[c.next])
	c.next++
	if tooLarge(n) {
		return 0, false
	}
	return n, ok
}

// index reads the number of an operand in brackets: [2].
func (c *cursor) index() {
	c.afterIndex = false
	if c.at >= len(c.layout) || c.layout[c.at] != '[' {
		return
	}
	c.reordered = true
	end := c.at + 1
	for end < len(c.layout) && c.layout[end] != ']' {
		end++
	}
	if end == len(c.layout) {
		c.goodNumber = false
		c.at++
		return
	}
	inside := cursor{layout: c.layout[c.at+1 : end]}
	n, ok := inside.number()
	ok = ok && inside.at == len(inside.layout)
	c.at = end + 1
	c.afterIndex = ok
	if !ok || n < 1 || n > len(c.operands) {
		c.goodNumber = false
		return
	}
	c.next = n - 1
}

// directive reads all up to the verb.
func (c *cursor) directive() (d directive) {
	c.goodNumber = true
	c.complaint = ""
	c.flags(&d)
	c.index()
	c.width(&d)
	c.precision(&d)
	if !c.afterIndex {
		c.index()
	}
	return d
}

// verb reads the verb, which is one rune.
func (c *cursor) verb() rune {
	var verb rune
	begin := c.at
	c.at = len(c.layout)
	for i, r := range c.layout[begin:] {
		if i > 0 {
			c.at = begin + i
			break
		}
		verb = r
	}
	return verb
}

func (c *cursor) width(d *directive) {
	if c.at >= len(c.layout) || c.layout[c.at] != '*' {
		d.width, d.hasWidth = c.number()
		if c.afterIndex && d.hasWidth {
			c.goodNumber = false
		}
		return
	}
	c.at++
	d.width, d.hasWidth = c.star()
	if !d.hasWidth {
		c.complaint += "%!(BADWIDTH)"
	}
	if d.width < 0 {
		d.width = -d.width
		d.minus = true
		d.zero = false
	}
	c.afterIndex = false
}

func (c *cursor) precision(d *directive) {
	if c.at+1 >= len(c.layout) || c.layout[c.at] != '.' {
		return
	}
	c.at++
	if c.afterIndex {
		c.goodNumber = false
	}
	c.index()
	if c.at < len(c.layout) && c.layout[c.at] == '*' {
		c.at++
		d.precision, d.hasPrecision = c.star()
		if d.precision < 0 {
			d.precision, d.hasPrecision = 0, false
		}
		if !d.hasPrecision {
			c.complaint += "%!(BADPREC)"
		}
		c.afterIndex = false
		return
	}
	d.precision, _ = c.number()
	d.hasPrecision = true
}
