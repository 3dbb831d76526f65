// Package fmt: Formatter, State, Append and writers.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

type point struct{ x, y int }

func (p point) Format(s fmt.State, verb rune) {
	w, hasWidth := s.Width()
	pr, hasPrecision := s.Precision()
	fmt.Fprintf(s, "<%c %d,%d %v/%v %v/%v %v%v%v%v%v %s>", verb, p.x, p.y, w, hasWidth, pr, hasPrecision, s.Flag('+'), s.Flag('-'), s.Flag('#'), s.Flag(' '), s.Flag('0'), fmt.FormatString(s, verb))
}

type failing struct{}

func (*failing) Format(fmt.State, rune) { panic("no format") }

// layout has a method Format that fmt must not call.
type layout struct{ n int }

func (l layout) Format(text string) string { return text }

type upper struct{ strings.Builder }

func (u *upper) Write(p []byte) (int, error) { return u.WriteString(strings.ToUpper(string(p))) }

type broken struct{}

func (broken) Write(p []byte) (int, error) { return 3, errors.New("broken") }

func main() {
	p := point{1, 2}
	fmt.Println(p, &p, []point{p}, map[string]point{"k": p}, struct{ P point }{p})
	fmt.Printf("%v|%+v|%#v|%d|%8.3f|%-05x|% q|%T|%s\n", p, p, p, p, p, p, p, p, []any{p, 1})
	fmt.Printf("%v %d\n", &failing{}, (*failing)(nil))
	fmt.Println(layout{4}, fmt.Sprintf("%5d|%-5d|%05d|%+d|%x", 1, 2, 3, 4, 255))
	fmt.Println(string(fmt.Append([]byte("a"), 1, 2, "b", "c")), string(fmt.Appendf(nil, "%03d", 7)), string(fmt.Appendln(nil, "x", 1)))
	u := &upper{}
	n, err := fmt.Fprintf(u, "%s-%d", "abc", 5)
	fmt.Println(u.String(), n, err)
	n, err = fmt.Fprintln(broken{}, "x")
	fmt.Println(n, err)
	fmt.Fprint(os.Stdout, "out", 1, 2, "\n")
	fmt.Println(fmt.Errorf("%w", fmt.Errorf("%v", p)))
}
