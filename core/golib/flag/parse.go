package flag

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

func (f *FlagSet) failf(format string, a ...any) error {
	err := fmt.Errorf(format, a...)
	fmt.Fprintln(f.Output(), err)
	f.usage()
	return err
}

func (f *FlagSet) usage() {
	switch {
	case f.Usage != nil:
		f.Usage()
	case f == CommandLine:
		Usage()
	case f.name == "":
		fmt.Fprintf(f.Output(), "Usage:\n")
		f.PrintDefaults()
	default:
		fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
		f.PrintDefaults()
	}
}

// one reads one flag; false: there is none any more.
func (f *FlagSet) one() (bool, error) {
	if len(f.args) == 0 {
		return false, nil
	}
	text := f.args[0]
	if len(text) < 2 || text[0] != '-' {
		return false, nil
	}
	name := text[1:]
	if name[0] == '-' {
		name = name[1:]
		if name == "" {
			f.args = f.args[1:]
			return false, nil
		}
	}
	if name == "" || name[0] == '-' || name[0] == '=' {
		return false, f.failf("bad flag syntax: %s", text)
	}
	f.args = f.args[1:]
	given, has := "", false
	for i := 1; i < len(name); i++ {
		if name[i] == '=' {
			given, has, name = name[i+1:], true, name[:i]
			break
		}
	}
	known, ok := f.formal[name]
	if !ok {
		if name == "help" || name == "h" {
			f.usage()
			return false, ErrHelp
		}
		return false, f.failf("flag provided but not defined: -%s", name)
	}
	if v, ok := known.Value.(*value); ok && v.isBool {
		if !has {
			given = "true"
		}
		if err := f.Set(name, given); err != nil {
			if has {
				return false, f.failf("invalid boolean value %q for -%s: %v", given, name, err)
			}
			return false, f.failf("invalid boolean flag %s: %v", name, err)
		}
		return true, nil
	}
	if !has && len(f.args) > 0 {
		has = true
		given, f.args = f.args[0], f.args[1:]
	}
	if !has {
		return false, f.failf("flag needs an argument: -%s", name)
	}
	if err := f.Set(name, given); err != nil {
		return false, f.failf("invalid value %q for flag -%s: %v", given, name, err)
	}
	return true, nil
}

// Parse reads flags up to the first argument that is none.
func (f *FlagSet) Parse(arguments []string) error {
	f.parsed = true
	f.args = arguments
	for {
		more, err := f.one()
		if more {
			continue
		}
		if err == nil {
			return nil
		}
		switch f.handling {
		case ContinueOnError:
			return err
		case ExitOnError:
			if err == ErrHelp {
				os.Exit(0)
			}
			os.Exit(2)
		case PanicOnError:
			panic(err)
		}
	}
}

func (f *FlagSet) BoolVar(p *bool, name string, start bool, usage string) {
	v := parsed(p, start, "", "false", strconv.ParseBool)
	v.isBool = true
	f.Var(v, name, usage)
}

func (f *FlagSet) IntVar(p *int, name string, start int, usage string) {
	f.Var(parsed(p, start, "int", "0", func(s string) (int, error) {
		n, err := strconv.ParseInt(s, 0, strconv.IntSize)
		return int(n), err
	}), name, usage)
}

func (f *FlagSet) Int64Var(p *int64, name string, start int64, usage string) {
	f.Var(parsed(p, start, "int", "0", func(s string) (int64, error) { return strconv.ParseInt(s, 0, 64) }), name, usage)
}

func (f *FlagSet) UintVar(p *uint, name string, start uint, usage string) {
	f.Var(parsed(p, start, "uint", "0", func(s string) (uint, error) {
		n, err := strconv.ParseUint(s, 0, strconv.IntSize)
		return uint(n), err
	}), name, usage)
}

func (f *FlagSet) StringVar(p *string, name string, start string, usage string) {
	f.Var(parsed(p, start, "string", "", func(s string) (string, error) { return s, nil }), name, usage)
}

func (f *FlagSet) Float64Var(p *float64, name string, start float64, usage string) {
	f.Var(parsed(p, start, "float", "0", func(s string) (float64, error) { return strconv.ParseFloat(s, 64) }), name, usage)
}

func (f *FlagSet) DurationVar(p *time.Duration, name string, start time.Duration, usage string) {
	f.Var(parsed(p, start, "duration", "0s", func(s string) (time.Duration, error) {
		d, err := time.ParseDuration(s)
		if err != nil {
			err = errParse
		}
		return d, err
	}), name, usage)
}

// Func calls fn for each time the flag is given.
func (f *FlagSet) Func(name, usage string, fn func(string) error) {
	f.Var(&value{set: fn, show: func() string { return "" }, kind: "value"}, name, usage)
}

func define[T any](set func(p *T, name string, start T, usage string), name string, start T, usage string) *T {
	p := new(T)
	set(p, name, start, usage)
	return p
}

func (f *FlagSet) Bool(name string, start bool, usage string) *bool {
	return define(f.BoolVar, name, start, usage)
}
func (f *FlagSet) Int(name string, start int, usage string) *int {
	return define(f.IntVar, name, start, usage)
}
func (f *FlagSet) String(name string, start string, usage string) *string {
	return define(f.StringVar, name, start, usage)
}
func (f *FlagSet) Float64(name string, start float64, usage string) *float64 {
	return define(f.Float64Var, name, start, usage)
}
func (f *FlagSet) Duration(name string, start time.Duration, usage string) *time.Duration {
	return define(f.DurationVar, name, start, usage)
}

func Parse()                                         { CommandLine.Parse(os.Args[1:]) }
func Parsed() bool                                   { return CommandLine.Parsed() }
func Args() []string                                 { return CommandLine.Args() }
func NArg() int                                      { return CommandLine.NArg() }
func NFlag() int                                     { return CommandLine.NFlag() }
func Arg(i int) string                               { return CommandLine.Arg(i) }
func PrintDefaults()                                 { CommandLine.PrintDefaults() }
func Lookup(name string) *Flag                       { return CommandLine.Lookup(name) }
func Set(name, value string) error                   { return CommandLine.Set(name, value) }
func Visit(fn func(*Flag))                           { CommandLine.Visit(fn) }
func VisitAll(fn func(*Flag))                        { CommandLine.VisitAll(fn) }
func Var(v Value, name, usage string)                { CommandLine.Var(v, name, usage) }
func Func(name, usage string, fn func(string) error) { CommandLine.Func(name, usage, fn) }

func Bool(name string, start bool, usage string) *bool { return CommandLine.Bool(name, start, usage) }
func Int(name string, start int, usage string) *int    { return CommandLine.Int(name, start, usage) }
func String(name string, start string, usage string) *string {
	return CommandLine.String(name, start, usage)
}
func Float64(name string, start float64, usage string) *float64 {
	return CommandLine.Float64(name, start, usage)
}
func Duration(name string, start time.Duration, usage string) *time.Duration {
	return CommandLine.Duration(name, start, usage)
}
func BoolVar(p *bool, name string, start bool, usage string) {
	CommandLine.BoolVar(p, name, start, usage)
}
func IntVar(p *int, name string, start int, usage string) { CommandLine.IntVar(p, name, start, usage) }
func StringVar(p *string, name string, start string, usage string) {
	CommandLine.StringVar(p, name, start, usage)
}
func Float64Var(p *float64, name string, start float64, usage string) {
	CommandLine.Float64Var(p, name, start, usage)
}
func DurationVar(p *time.Duration, name string, start time.Duration, usage string) {
	CommandLine.DurationVar(p, name, start, usage)
}
