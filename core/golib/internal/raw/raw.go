// Package raw of hmaplab: values of any type as bytes at addresses, for the packages that need them. No program can import it.
// A type is the address of its descriptor.
package raw

import "unsafe"

// TypeOf gives the dynamic type of v, nil for a nil interface. KindOf numbers it as reflect.Kind does.
func TypeOf(v any) unsafe.Pointer
func KindOf(t unsafe.Pointer) uint

// Size gives the bytes of a value, Elem what a pointer, slice, array, map or channel is made of.
func Size(t unsafe.Pointer) uintptr
func Elem(t unsafe.Pointer) unsafe.Pointer

// New gives a zero value of the type, NewArray `count` of them one behind the other.
func New(t unsafe.Pointer) unsafe.Pointer
func NewArray(t unsafe.Pointer, count int) unsafe.Pointer

// Copy moves a value from one place to another: a step when one of them is not private.
func Copy(t, to, from unsafe.Pointer)

// Fits tells whether a value of type t can be assigned to a variable of type to without being converted: the types are the
// same, or to is an interface that t implements.
func Fits(t, to unsafe.Pointer) bool

// Store puts the dynamic value of v, which must fit, into a variable of type t: a step unless that is private.
func Store(t, to unsafe.Pointer, v any)

// Word gives the data word of an interface value: the value itself when it is a pointer, map, channel or function, else where
// it lies; nobody may write there.
func Word(v any) unsafe.Pointer

// Slice is the header of any slice.
type Slice struct {
	Data     unsafe.Pointer
	Len, Cap int
}

// KindName is reflect.Kind.String.
func KindName(kind uint) string {
	names := "invalid bool int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr float32 float64 complex64 " +
		"complex128 array chan func interface map ptr slice string struct unsafe.Pointer "
	start := 0
	for at := 0; at < len(names); at++ {
		if names[at] != ' ' {
			continue
		}
		if kind == 0 {
			return names[start:at]
		}
		kind--
		start = at + 1
	}
	return "kind"
}
