package fmt

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type plainError struct {
	s string
}

func (e *plainError) Error() string { return e.s }

// Errorf gives an error with the formatted text; the operand of the verb %w is wrapped.
func Errorf(format string, a ...any) error {
	message := Sprintf(format, a...)
	operand := 0
	for i := 0; i+1 < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		i++
		for i < len(format) && isFlag(format[i]) {
			i++
		}
		if i >= len(format) || format[i] == '%' {
			continue
		}
		if format[i] == 'w' && operand < len(a) {
			if err, ok := a[operand].(error); ok {
				return &wrapError{message, err}
			}
		}
		operand++
	}
	return &plainError{message}
}

func isFlag(c byte) bool {
	return c == '+' || c == '-' || c == '#' || c == ' ' || c == '.' || c >= '0' && c <= '9'
}
