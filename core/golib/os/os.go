// Package os of hmaplab. There is no machine to reach: no files, no environment; standard output and standard error are those
// of the run, standard input is what the run was given.
package os

import (
	"errors"
	"io"
)

var (
	ErrInvalid    = errors.New("invalid argument")
	ErrPermission = errors.New("permission denied")
	ErrExist      = errors.New("file already exists")
	ErrNotExist   = errors.New("file does not exist")
	ErrClosed     = errors.New("file already closed")

	errNoFiles = errors.New("hmaplab has no files")
)

// Args is the command line: the program's name alone.
var Args = []string{"main"}

const (
	O_RDONLY = 0x0
	O_WRONLY = 0x1
	O_RDWR   = 0x2
	O_APPEND = 0x400
	O_CREATE = 0x40
	O_TRUNC  = 0x200

	PathSeparator = '/'
	DevNull       = "/dev/null"
)

// PathError says which operation failed on which file.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }
func (e *PathError) Unwrap() error { return e.Err }

func IsNotExist(err error) bool { return errors.Is(err, ErrNotExist) }
func IsExist(err error) bool    { return errors.Is(err, ErrExist) }

type FileMode uint32

// File is one of the three standard files.
type File struct {
	fd     int
	name   string
	closed bool
}

var (
	Stdin  = &File{fd: 0, name: "/dev/stdin"}
	Stdout = &File{fd: 1, name: "/dev/stdout"}
	Stderr = &File{fd: 2, name: "/dev/stderr"}
)

// write is one call of the operating system: one step.
func write(fd int, text string)

// read fills b from standard input: one step. It gives how many bytes there were, 0 at the end.
func read(b []byte) int

// exit ends the process with this step.
func exit(code int)

// Exit ends the process at once: no deferred call runs.
func Exit(code int) { exit(code & 0xff) }

func (f *File) Name() string { return f.name }
func (f *File) Fd() uintptr  { return uintptr(f.fd) }
func (f *File) Sync() error  { return f.check("sync") }

func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed {
		return &PathError{op, f.name, ErrClosed}
	}
	return nil
}

func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.closed = true
	return nil
}

func (f *File) Write(b []byte) (n int, err error) { return f.WriteString(string(b)) }

func (f *File) WriteString(s string) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.fd == 0 {
		return 0, &PathError{"write", f.name, errors.New("bad file descriptor")}
	}
	write(f.fd, s)
	return len(s), nil
}

func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if f.fd != 0 {
		return 0, &PathError{"read", f.name, errors.New("bad file descriptor")}
	}
	if len(b) == 0 {
		return 0, nil
	}
	if n = read(b); n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

func Getenv(key string) string            { return "" }
func LookupEnv(key string) (string, bool) { return "", false }
func Environ() []string                   { return []string{} }
func Setenv(key, value string) error      { return errors.New("setenv: hmaplab has no environment") }
func Unsetenv(key string) error           { return nil }
func Getpid() int                         { return 1 }
func Hostname() (string, error)           { return "hmaplab", nil }

func Open(name string) (*File, error)   { return nil, &PathError{"open", name, errNoFiles} }
func Create(name string) (*File, error) { return nil, &PathError{"open", name, errNoFiles} }
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	return nil, &PathError{"open", name, errNoFiles}
}
func ReadFile(name string) ([]byte, error) { return nil, &PathError{"open", name, errNoFiles} }
func WriteFile(name string, data []byte, perm FileMode) error {
	return &PathError{"open", name, errNoFiles}
}
func Remove(name string) error                  { return &PathError{"remove", name, errNoFiles} }
func Mkdir(name string, perm FileMode) error    { return &PathError{"mkdir", name, errNoFiles} }
func MkdirAll(name string, perm FileMode) error { return &PathError{"mkdir", name, errNoFiles} }
