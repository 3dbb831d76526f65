// Package fmt of hmaplab: which operand goes where, and the methods that print themselves, are Go; how a value looks is
// done by the machine (core/vm/printer.cpp), which reads the whole value in one go.
package fmt

// Stringer is what prints itself.
type Stringer interface {
	String() string
}

// GoStringer is what prints itself for %#v.
type GoStringer interface {
	GoString() string
}

// told is what a value printed of itself; final text is shown as it is, whatever the verb.
type told struct {
	text  string
	final bool
}

// speakers gives the values in v that print themselves under the verb, in the order in which they are met.
func speakers(v any, verb rune, sharp bool) []any

// format gives a value as a verb prints it; told has what its speakers told, in the same order.
func format(v any, verb rune, d directive, t []told) string

// isString tells whether the dynamic type of v has the underlying type string, isNilPointer whether v is a nil pointer.
func isString(v any) bool
func isNilPointer(v any) bool

// integer gives the value of any type of whole numbers.
func integer(v any) (int, bool)

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
		text += show(v, 'v', directive{})
	}
	return text
}

func Sprintln(a ...any) string {
	text := ""
	for i, v := range a {
		if i > 0 {
			text += " "
		}
		text += show(v, 'v', directive{})
	}
	return text + "\n"
}

// Sprintf gives its operands as the layout says.
func Sprintf(layout string, a ...any) string {
	text, _ := layOut(layout, a, false)
	return text
}

// show asks errors and Stringers to print themselves, where the verb wants text, and prints the rest.
func show(v any, verb rune, d directive) string {
	asked := speakers(v, verb, d.sharp)
	if len(asked) == 0 {
		return format(v, verb, d, nil)
	}
	answers := make([]told, len(asked))
	for i, speaker := range asked {
		answers[i] = ask(speaker, verb, d)
	}
	return format(v, verb, d, answers)
}

// ask lets a value print itself. A panic in its method is shown in place of the text.
func ask(v any, verb rune, d directive) (answer told) {
	method := "GoString"
	defer func() {
		err := recover()
		if err == nil {
			return
		}
		answer.final = true
		answer.text = "<nil>"
		if !isNilPointer(v) {
			answer.text = "%!" + string(verb) + "(PANIC=" + method + " method: " + Sprint(err) + ")"
		}
	}()
	if f, ok := v.(Formatter); ok {
		method = "Format"
		s := &state{directive: d}
		f.Format(s, verb)
		return told{string(s.text), true}
	}
	if d.sharp && verb == 'v' {
		return told{text: v.(GoStringer).GoString()}
	}
	if err, ok := v.(error); ok {
		method = "Error"
		return told{text: err.Error()}
	}
	method = "String"
	return told{text: v.(Stringer).String()}
}

// layOut is Sprintf; wrapped has the operands of %w.
func layOut(layout string, a []any, wraps bool) (text string, wrapped []int) {
	c := cursor{layout: layout, operands: a}
	for c.at < len(layout) {
		start := c.at
		for c.at < len(layout) && layout[c.at] != '%' {
			c.at++
		}
		text += layout[start:c.at]
		if c.at == len(layout) {
			break
		}
		c.at++
		d := c.directive()
		text += c.complaint
		if c.at >= len(layout) {
			text += "%!(NOVERB)"
			break
		}
		verb := c.verb()
		switch {
		case verb == '%':
			text += "%"
		case !c.goodNumber:
			text += "%!" + string(verb) + "(BADINDEX)"
		case c.next >= len(a):
			text += "%!" + string(verb) + "(MISSING)"
		default:
			if verb == 'w' {
				_, isError := a[c.next].(error)
				if wraps {
					wrapped = append(wrapped, c.next)
				}
				if wraps && isError {
					verb = 'v'
				}
			}
			text += show(a[c.next], verb, d)
			c.next++
		}
	}
	if !c.reordered && c.next < len(a) {
		text += extra(a[c.next:])
	}
	return text, wrapped
}

func extra(a []any) string {
	text := "%!(EXTRA "
	for i, v := range a {
		if i > 0 {
			text += ", "
		}
		if v == nil {
			text += "<nil>"
			continue
		}
		text += format(v, 'T', directive{}, nil) + "=" + show(v, 'v', directive{})
	}
	return text + ")"
}
