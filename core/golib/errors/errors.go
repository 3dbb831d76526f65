// Package errors of hmaplab: plain errors and chains of them.
package errors

import "internal/raw"

type errorString struct {
	s string
}

func (e *errorString) Error() string { return e.s }

// ErrUnsupported says that an operation cannot be done here.
var ErrUnsupported = New("unsupported operation")

// New gives an error with this text; each call gives another one.
func New(text string) error {
	return (*errorString)(raw.Word(errorString{text})) // nobody writes there, so reading it is no step
}

// Unwrap gives the error inside err, or nil.
func Unwrap(err error) error {
	u, ok := err.(interface{ Unwrap() error })
	if !ok {
		return nil
	}
	return u.Unwrap()
}

// Is tells whether err, or an error that it wraps, is target.
func Is(err, target error) bool {
	if target == nil {
		return err == nil
	}
	for err != nil {
		if same(err, target) {
			return true
		}
		if x, ok := err.(interface{ Is(error) bool }); ok && x.Is(target) {
			return true
		}
		if many, ok := err.(interface{ Unwrap() []error }); ok {
			for _, one := range many.Unwrap() {
				if Is(one, target) {
					return true
				}
			}
			return false
		}
		err = Unwrap(err)
	}
	return false
}

// same is err == target; values that cannot be compared are never the same.
func same(err, target error) (equal bool) {
	defer func() {
		if recover() != nil {
			equal = false
		}
	}()
	return err == target
}
