package fmt

// directive is what stands between % and its verb: -8.3 of %-8.3f.
type directive struct {
	left, zero, sharp, plus bool
	width, decimals         int
}

// parse reads layout from i on; it gives where the verb stands, and the next operand.
func (d *directive) parse(layout string, i int, a []any, next int) (int, int) {
flags:
	for ; i < len(layout); i++ {
		switch layout[i] {
		case '-':
			d.left = true
		case '0':
			d.zero = true
		case '#':
			d.sharp = true
		case '+':
			d.plus = true
		case ' ':
		default:
			break flags
		}
	}
	d.width, i, next = number(layout, i, a, next)
	d.decimals = -1
	if i < len(layout) && layout[i] == '.' {
		d.decimals, i, next = number(layout, i+1, a, next)
	}
	return i, next
}

// number reads digits, or a star that stands for the next operand.
func number(layout string, i int, a []any, next int) (int, int, int) {
	if i < len(layout) && layout[i] == '*' && next < len(a) {
		n, _ := a[next].(int)
		return n, i + 1, next + 1
	}
	n := 0
	for ; i < len(layout) && layout[i] >= '0' && layout[i] <= '9'; i++ {
		n = n*10 + int(layout[i]-'0')
	}
	return n, i, next
}

// pad fills text up to the width, with zeros behind the sign where they are asked for.
func (d *directive) pad(text string) string {
	missing := d.width
	for range text {
		missing--
	}
	filler := ""
	for ; missing > 0; missing-- {
		if d.zero && !d.left {
			filler += "0"
		} else {
			filler += " "
		}
	}
	if d.left {
		return text + filler
	}
	if d.zero && len(text) > 0 && (text[0] == '-' || text[0] == '+') {
		return text[:1] + filler + text[1:]
	}
	return filler + text
}
