package runtime

// The errors that the machine itself panics with. Each carries its text as its first field or as itself.

// errorString is a run-time error in general.
type errorString string

func (e errorString) RuntimeError() {}
func (e errorString) Error() string { return "runtime error: " + string(e) }

// boundsError is an index, a slice expression or a conversion to an array that is out of range.
type boundsError string

func (e boundsError) RuntimeError() {}
func (e boundsError) Error() string { return "runtime error: " + string(e) }

// plainError is a run-time error whose text stands alone.
type plainError string

func (e plainError) RuntimeError() {}
func (e plainError) Error() string { return string(e) }

// TypeAssertionError is a failed type assertion.
type TypeAssertionError struct {
	text string
}

func (*TypeAssertionError) RuntimeError() {}
func (e *TypeAssertionError) Error() string { return e.text }

// PanicNilError is what panic(nil) panics with.
type PanicNilError struct {
	text string
}

func (*PanicNilError) RuntimeError() {}
func (e *PanicNilError) Error() string { return e.text }
