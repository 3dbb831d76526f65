package fmt

import (
	"errors"
	"internal/raw"
)

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }

// Errorf gives an error with the formatted text; the operands of the verb %w are wrapped.
func Errorf(format string, a ...any) error {
	text, wrapped := layOut(format, a, true)
	switch len(wrapped) {
	case 0:
		return errors.New(text)
	case 1:
		err, _ := a[wrapped[0]].(error)
		return (*wrapError)(raw.Word(wrapError{text, err})) // as in errors.New
	}
	var errs []error
	for operand := range a {
		for _, number := range wrapped {
			if err, ok := a[number].(error); ok && number == operand {
				errs = append(errs, err)
				break
			}
		}
	}
	return (*wrapErrors)(raw.Word(wrapErrors{text, errs}))
}
