package runtime

// caller gives the place of the n-th frame from the one that calls it (0), nil of them: 0. place tells what a place is.
func caller(n int) uintptr
func place(pc uintptr) (function, file string, line int)

// stack gives the frames of the goroutine as a traceback has them, without this call and its caller's; all: of every goroutine.
func stack(all bool) string

// Caller tells where the function stands that is skip calls above the one that calls Caller.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	pc = caller(skip + 1)
	if pc == 0 {
		return
	}
	_, file, line = place(pc)
	return pc, file, line, true
}

// Callers fills pc with the places of the calling functions; with skip 0 Callers itself is the first.
func Callers(skip int, pc []uintptr) int {
	for n := range pc {
		pc[n] = caller(skip + n)
		if pc[n] == 0 {
			return n
		}
	}
	return len(pc)
}

// Stack writes the traceback of the goroutine, or of all, into buf.
func Stack(buf []byte, all bool) int { return copy(buf, stack(all)) }

// Func is a function of the program.
type Func struct {
	name, file string
	line       int
}

// FuncForPC finds the function at a place, or behind a function value.
func FuncForPC(pc uintptr) *Func {
	name, file, line := place(pc)
	if name == "" {
		return nil
	}
	return &Func{name, file, line}
}

func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

func (f *Func) Entry() uintptr { return 0 }

func (f *Func) FileLine(pc uintptr) (file string, line int) {
	_, file, line = place(pc)
	return file, line
}

// Frame is what Frames tell of a place.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

type Frames struct {
	callers []uintptr
}

func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

// Next gives the next frame and whether there are more.
func (ci *Frames) Next() (frame Frame, more bool) {
	if len(ci.callers) == 0 {
		return Frame{}, false
	}
	pc := ci.callers[0]
	ci.callers = ci.callers[1:]
	f := FuncForPC(pc)
	frame = Frame{PC: pc, Func: f, Function: f.Name()}
	if f != nil {
		frame.File, frame.Line = f.file, f.line
	}
	return frame, len(ci.callers) > 0
}
