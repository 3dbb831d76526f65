package errors

import (
	"internal/raw"
	"unsafe"
)

// As finds the first error in the tree of err that can be assigned to *target, and stores it there.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	pointer := raw.TypeOf(target)
	if pointer == nil {
		panic("errors: target cannot be nil")
	}
	if raw.KindName(raw.KindOf(pointer)) != "ptr" || raw.Word(target) == nil {
		panic("errors: target must be a non-nil pointer")
	}
	wanted := raw.Elem(pointer)
	var some *error
	isInterface := raw.KindName(raw.KindOf(wanted)) == "interface"
	if !isInterface && !raw.Fits(wanted, raw.Elem(raw.TypeOf(some))) {
		panic("errors: *target must be interface or implement error")
	}
	return as(err, target, wanted, raw.Word(target))
}

func as(err error, target any, wanted, place unsafe.Pointer) bool {
	for err != nil {
		if raw.Fits(raw.TypeOf(err), wanted) {
			raw.Store(wanted, place, err)
			return true
		}
		if x, ok := err.(interface{ As(any) bool }); ok && x.As(target) {
			return true
		}
		if many, ok := err.(interface{ Unwrap() []error }); ok {
			for _, one := range many.Unwrap() {
				if one != nil && as(one, target, wanted, place) {
					return true
				}
			}
			return false
		}
		err = Unwrap(err)
	}
	return false
}

type joinError struct {
	errs []error
}

// Join gives an error that wraps all that are not nil; nil when there is none.
func Join(errs ...error) error {
	var kept []error
	for _, err := range errs {
		if err != nil {
			kept = append(kept, err)
		}
	}
	if kept == nil {
		return nil
	}
	return &joinError{kept}
}

func (e *joinError) Error() string {
	text := ""
	for i, err := range e.errs {
		if i > 0 {
			text += "\n"
		}
		text += err.Error()
	}
	return text
}

func (e *joinError) Unwrap() []error { return e.errs }
