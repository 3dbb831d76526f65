package runtime

// The errors that the machine itself panics with.

// errorString is a run-time error in general.
type errorString string

func (e errorString) RuntimeError() {}
func (e errorString) Error() string { return "runtime error: " + string(e) }

// memoryError is a nil dereference; uncaught, it also names the signal.
type memoryError string

func (e memoryError) RuntimeError() {}
func (e memoryError) Error() string { return "runtime error: " + string(e) }

// plainError is a run-time error whose text stands alone.
type plainError string

func (e plainError) RuntimeError() {}
func (e plainError) Error() string { return string(e) }

// panicNilError is what panic(nil) panics with.
type panicNilError string

func (e panicNilError) RuntimeError() {}
func (e panicNilError) Error() string { return string(e) }
