// Package fmt of hmaplab: which operand goes where, and the methods that print themselves, are Go; how a plain value
// looks is done by the machine (core/vm/format.cpp), which reads the whole value in one go.
package fmt

// Stringer is what prints itself.
type Stringer interface {
	String() string
}

// GoStringer is what prints itself for %#v.
type GoStringer interface {
	GoString() string
}

// format gives a value as a verb prints it, without looking at its methods. The number of decimals is -1 where none is
// asked for; sharp is the flag #, plus the flag +.
func format(v any, verb rune, decimals int, sharp, plus bool) string

// isString tells whether the dynamic type of v has the underlying type string.
func isString(v any) bool

// write is one call of the operating system.
func write(text string)

// Print writes its operands, with blanks between those that are no strings.
func Print(a ...any) (n int, err error) {
	text := Sprint(a...)
	write(text)
	return len(text), nil
}

// Println writes its operands with blanks between them and a newline behind them.
func Println(a ...any) (n int, err error) {
	text := Sprintln(a...)
	write(text)
	return len(text), nil
}

// Printf writes its operands as the layout says.
func Printf(layout string, a ...any) (n int, err error) {
	text := Sprintf(layout, a...)
	write(text)
	return len(text), nil
}

func Sprint(a ...any) string {
	text := ""
	for i, v := range a {
		if i > 0 && !isString(v) && !isString(a[i-1]) {
			text += " "
		}
		text += show(v, 'v', -1, false, false)
	}
	return text
}

func Sprintln(a ...any) string {
	text := ""
	for i, v := range a {
		if i > 0 {
			text += " "
		}
		text += show(v, 'v', -1, false, false)
	}
	return text + "\n"
}

// show lets errors and Stringers print themselves, where the verb wants text.
func show(v any, verb rune, decimals int, sharp, plus bool) string {
	if sharp && verb == 'v' {
		if g, ok := v.(GoStringer); ok {
			return g.GoString()
		}
		return format(v, verb, decimals, sharp, plus)
	}
	if verb == 'v' || verb == 's' || verb == 'q' || verb == 'x' {
		switch self := v.(type) {
		case error:
			return format(self.Error(), verb, decimals, sharp, plus)
		case Stringer:
			return format(self.String(), verb, decimals, sharp, plus)
		}
	}
	return format(v, verb, decimals, sharp, plus)
}

// Sprintf writes its operands as the layout says.
func Sprintf(layout string, a ...any) string {
	text := ""
	next := 0
	for i := 0; i < len(layout); i++ {
		if layout[i] != '%' {
			start := i
			for i+1 < len(layout) && layout[i+1] != '%' {
				i++
			}
			text += layout[start : i+1]
			continue
		}
		var d directive
		i, next = d.parse(layout, i+1, a, next)
		if i >= len(layout) {
			return text + "%!(NOVERB)"
		}
		verb := rune(layout[i])
		switch {
		case verb == '%':
			text += "%"
		case next >= len(a):
			text += "%!" + string(verb) + "(MISSING)"
		default:
			if verb == 'w' {
				verb = 'v'
			}
			text += d.pad(show(a[next], verb, d.decimals, d.sharp, d.plus))
			next++
		}
	}
	if next < len(a) {
		text += "%!(EXTRA "
		for i, extra := range a[next:] {
			if i > 0 {
				text += ", "
			}
			text += format(extra, 'T', -1, false, false) + "=" + show(extra, 'v', -1, false, false)
		}
		text += ")"
	}
	return text
}
