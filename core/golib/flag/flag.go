// Package flag of hmaplab. The command line of a program is its name alone, so all flags keep their defaults, unless a FlagSet
// parses arguments of its own.
package flag

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
	"strconv"
)

// ErrHelp is what -h and -help give where no such flag is defined.
var ErrHelp = errors.New("flag: help requested")

var (
	errParse = errors.New("parse error")
	errRange = errors.New("value out of range")
)

type ErrorHandling int

const (
	ContinueOnError ErrorHandling = iota
	ExitOnError
	PanicOnError
)

// Value is what a flag holds.
type Value interface {
	String() string
	Set(string) error
}

type Flag struct {
	Name     string
	Usage    string
	Value    Value
	DefValue string
}

// value is a Value of one of the usual types: how to read it, and how to write it.
type value struct {
	set    func(string) error
	show   func() string
	isBool bool
	kind   string // in the usage
	zero   string
}

func (v *value) Set(s string) error { return v.set(s) }
func (v *value) String() string     { return v.show() }

func reason(err error) error {
	if errors.Is(err, strconv.ErrSyntax) {
		return errParse
	}
	if errors.Is(err, strconv.ErrRange) {
		return errRange
	}
	return err
}

// parsed is a value that `read` reads.
func parsed[T any](p *T, start T, kind, zero string, read func(string) (T, error)) *value {
	*p = start
	return &value{
		set: func(s string) error {
			x, err := read(s)
			if err != nil {
				return reason(err)
			}
			*p = x
			return nil
		},
		show: func() string { return fmt.Sprint(*p) },
		kind: kind,
		zero: zero,
	}
}

type FlagSet struct {
	Usage    func()
	name     string
	parsed   bool
	actual   map[string]*Flag
	formal   map[string]*Flag
	args     []string
	handling ErrorHandling
	output   io.Writer
}

func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	return &FlagSet{name: name, handling: errorHandling}
}

// CommandLine holds the flags of the functions of this package.
var CommandLine = NewFlagSet(os.Args[0], ExitOnError)

// Usage prints what flags there are.
var Usage = func() {
	fmt.Fprintf(CommandLine.Output(), "Usage of %s:\n", os.Args[0])
	PrintDefaults()
}

func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}

func (f *FlagSet) SetOutput(output io.Writer) { f.output = output }
func (f *FlagSet) Name() string               { return f.name }
func (f *FlagSet) Parsed() bool               { return f.parsed }
func (f *FlagSet) Args() []string             { return f.args }
func (f *FlagSet) NArg() int                  { return len(f.args) }
func (f *FlagSet) NFlag() int                 { return len(f.actual) }
func (f *FlagSet) Lookup(name string) *Flag   { return f.formal[name] }

func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}

func visit(flags map[string]*Flag, fn func(*Flag)) {
	names := make([]string, 0, len(flags))
	for name := range flags {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fn(flags[name])
	}
}

func (f *FlagSet) VisitAll(fn func(*Flag)) { visit(f.formal, fn) }
func (f *FlagSet) Visit(fn func(*Flag))    { visit(f.actual, fn) }

func (f *FlagSet) Set(name, value string) error {
	known, ok := f.formal[name]
	if !ok {
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := known.Value.Set(value); err != nil {
		return err
	}
	if f.actual == nil {
		f.actual = map[string]*Flag{}
	}
	f.actual[name] = known
	return nil
}

// Var defines a flag.
func (f *FlagSet) Var(v Value, name string, usage string) {
	if _, again := f.formal[name]; again {
		message := "flag redefined: " + name
		if f.name != "" {
			message = f.name + " " + message
		}
		fmt.Fprintln(f.Output(), message)
		panic(message)
	}
	if f.formal == nil {
		f.formal = map[string]*Flag{}
	}
	f.formal[name] = &Flag{name, usage, v, v.String()}
}

// UnquoteUsage takes the name of the value out of the usage, where it stands between backquotes.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	usage = flag.Usage
	for i := range len(usage) {
		if usage[i] != '`' {
			continue
		}
		for j := i + 1; j < len(usage); j++ {
			if usage[j] == '`' {
				name = usage[i+1 : j]
				return name, usage[:i] + name + usage[j+1:]
			}
		}
		break
	}
	if v, ok := flag.Value.(*value); ok {
		return v.kind, usage
	}
	return "value", usage
}

// PrintDefaults prints each flag with its usage and default.
func (f *FlagSet) PrintDefaults() {
	f.VisitAll(func(flag *Flag) {
		text := "  -" + flag.Name
		name, usage := UnquoteUsage(flag)
		if name != "" {
			text += " " + name
		}
		if len(text) <= 4 {
			text += "\t"
		} else {
			text += "\n    \t"
		}
		for _, c := range usage {
			text += string(c)
			if c == '\n' {
				text += "    \t"
			}
		}
		v, known := flag.Value.(*value)
		switch {
		case known && flag.DefValue == v.zero, !known && flag.DefValue == "":
		case known && v.kind == "string":
			text += fmt.Sprintf(" (default %q)", flag.DefValue)
		default:
			text += fmt.Sprintf(" (default %v)", flag.DefValue)
		}
		fmt.Fprint(f.Output(), text, "\n")
	})
}
