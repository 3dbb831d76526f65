// Package log of hmaplab: lines on standard error. Dates and times are those of the machine's clock, which begins at
// 2009-11-10 23:00:00 UTC.
package log

import (
	"fmt"
	"io"
	"os"
	"runtime"
)

const (
	Ldate = 1 << iota
	Ltime
	Lmicroseconds
	Llongfile
	Lshortfile
	LUTC
	Lmsgprefix
	LstdFlags = Ldate | Ltime
)

// Logger writes lines with a prefix.
type Logger struct {
	out    io.Writer
	prefix string
	flags  int
}

func New(out io.Writer, prefix string, flag int) *Logger { return &Logger{out, prefix, flag} }

var std = New(os.Stderr, "", LstdFlags)

func Default() *Logger { return std }

// nanotime is the machine's clock.
func nanotime() int64

// header writes date, time, place and prefix as the flags say.
func (l *Logger) header(file string, line int) string {
	text := ""
	if l.flags&Lmsgprefix == 0 {
		text = l.prefix
	}
	now := nanotime()
	if l.flags&Ldate != 0 {
		text += fmt.Sprintf("2009/11/%02d ", 10+(now/1e9+23*3600)/86400)
	}
	if l.flags&(Ltime|Lmicroseconds) != 0 {
		seconds := now/1e9 + 23*3600
		text += fmt.Sprintf("%02d:%02d:%02d", seconds/3600%24, seconds/60%60, seconds%60)
		if l.flags&Lmicroseconds != 0 {
			text += fmt.Sprintf(".%06d", now/1000%1e6)
		}
		text += " "
	}
	if l.flags&(Lshortfile|Llongfile) != 0 {
		text += fmt.Sprintf("%s:%d: ", file, line)
	}
	if l.flags&Lmsgprefix != 0 {
		text += l.prefix
	}
	return text
}

// Output writes one line; calldepth 1 is where Output was called.
func (l *Logger) Output(calldepth int, s string) error {
	file, line := "", 0
	if l.flags&(Lshortfile|Llongfile) != 0 {
		var ok bool
		if _, file, line, ok = runtime.Caller(calldepth); !ok {
			file, line = "???", 0
		}
		if l.flags&Lshortfile != 0 {
			for at := len(file) - 1; at > 0; at-- {
				if file[at] == '/' {
					file = file[at+1:]
					break
				}
			}
		}
	}
	if s == "" || s[len(s)-1] != '\n' {
		s += "\n"
	}
	_, err := l.out.Write([]byte(l.header(file, line) + s))
	return err
}

func (l *Logger) Print(v ...any)                 { l.Output(2, fmt.Sprint(v...)) }
func (l *Logger) Printf(format string, v ...any) { l.Output(2, fmt.Sprintf(format, v...)) }
func (l *Logger) Println(v ...any)               { l.Output(2, fmt.Sprintln(v...)) }

func (l *Logger) Fatal(v ...any) {
	l.Output(2, fmt.Sprint(v...))
	os.Exit(1)
}

func (l *Logger) Fatalf(format string, v ...any) {
	l.Output(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

func (l *Logger) Fatalln(v ...any) {
	l.Output(2, fmt.Sprintln(v...))
	os.Exit(1)
}

func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.Output(2, s)
	panic(s)
}

func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.Output(2, s)
	panic(s)
}

func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.Output(2, s)
	panic(s)
}

func (l *Logger) Flags() int              { return l.flags }
func (l *Logger) SetFlags(flag int)       { l.flags = flag }
func (l *Logger) Prefix() string          { return l.prefix }
func (l *Logger) SetPrefix(prefix string) { l.prefix = prefix }
func (l *Logger) Writer() io.Writer       { return l.out }
func (l *Logger) SetOutput(w io.Writer)   { l.out = w }

func Print(v ...any)                 { std.Output(2, fmt.Sprint(v...)) }
func Printf(format string, v ...any) { std.Output(2, fmt.Sprintf(format, v...)) }
func Println(v ...any)               { std.Output(2, fmt.Sprintln(v...)) }

func Fatal(v ...any) {
	std.Output(2, fmt.Sprint(v...))
	os.Exit(1)
}

func Fatalf(format string, v ...any) {
	std.Output(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

func Fatalln(v ...any) {
	std.Output(2, fmt.Sprintln(v...))
	os.Exit(1)
}

func Panic(v ...any) {
	s := fmt.Sprint(v...)
	std.Output(2, s)
	panic(s)
}

func Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	std.Output(2, s)
	panic(s)
}

func Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	std.Output(2, s)
	panic(s)
}

func Output(depth int, s string) error { return std.Output(depth+1, s) }
func Flags() int                       { return std.Flags() }
func SetFlags(flag int)                { std.SetFlags(flag) }
func Prefix() string                   { return std.Prefix() }
func SetPrefix(prefix string)          { std.SetPrefix(prefix) }
func Writer() io.Writer                { return std.Writer() }
func SetOutput(w io.Writer)            { std.SetOutput(w) }
