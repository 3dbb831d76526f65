// Package errors, and %w of Errorf.
package main

import (
	"errors"
	"fmt"
	"strconv"
)

type notFound struct{ key string }

func (e *notFound) Error() string { return "not found: " + e.key }

type code int

func (c code) Error() string        { return "code " + strconv.Itoa(int(c)) }
func (c code) Is(target error) bool { return target == errSame }

type chameleon struct{}

func (chameleon) Error() string { return "chameleon" }
func (chameleon) As(target any) bool {
	if p, ok := target.(*code); ok {
		*p = 99
		return true
	}
	return false
}

type list []int

func (list) Error() string { return "list" }

var errSame = errors.New("same")
var errOther = errors.New("other")

func try(f func()) {
	defer func() {
		r := recover()
		fmt.Printf("recovered %T %v\n", r, r)
	}()
	f()
}

func main() {
	base := &notFound{"k"}
	one := fmt.Errorf("one: %w", base)
	two := fmt.Errorf("two: %w and %w", one, errSame)
	joined := errors.Join(nil, two, nil, code(4))
	for _, err := range []error{nil, base, one, two, joined, chameleon{}, list{1}, code(3)} {
		fmt.Printf("%v|%T|", err, err)
		var nf *notFound
		var c code
		var stringer fmt.Stringer
		var iface interface{ Error() string }
		fmt.Println(errors.Is(err, base), errors.Is(err, errSame), errors.Is(err, errOther), errors.Is(err, nil), errors.As(err, &nf), nf != nil && nf.key == "k",
			errors.As(err, &c), c, errors.As(err, &stringer), errors.As(err, &iface), errors.Unwrap(err) == base, errors.Unwrap(err))
	}
	fmt.Println(errors.Join(), errors.Join(nil, nil), errors.Join(errSame).Error() == "same")
	fmt.Printf("%q\n", errors.Join(errSame, errOther))
	fmt.Println(errors.Is(list{1}, list{1}), errors.New("x") == errors.New("x"), errors.ErrUnsupported)
	fmt.Println(fmt.Errorf("no wrap %v", base), errors.Unwrap(fmt.Errorf("no wrap %v", base)), fmt.Errorf("%w", nil), fmt.Errorf("%w %d", "text", 5))
	fmt.Printf("%T %T %T\n", fmt.Errorf("x"), one, two)
	w := two.(interface{ Unwrap() []error }).Unwrap()
	fmt.Println(len(w), w[0] == one, w[1] == errSame)
	try(func() { errors.As(base, nil) })
	try(func() { errors.As(base, base) })
	try(func() { errors.As(base, 5) })
	try(func() { var p *int; errors.As(base, p) })
	try(func() { var p string; errors.As(base, &p) })
	fmt.Println(errors.As(nil, nil))
	panic(joined)
}
