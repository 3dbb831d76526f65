package raw

import "unsafe"

// What can be asked about a type.
const (
	Text = iota // as %T prints it
	Name
	PackagePath
	FieldName
	FieldTag
	FieldPackage
	MethodName
)

const (
	Bytes = iota
	Alignment
	Fields
	Methods
	Length
	Parameters
	Results
	IsVariadic
	IsComparable
	FieldOffset
	FieldIsEmbedded
	Direction
	IsWord // a value is one pointer: an interface holds it in its data word
)

const (
	Key = iota
	Element
	FieldType
	Parameter
	Result
	PointerTo
	SliceOf
	MethodType
	MethodFunction
)

// TypeText, TypeNumber and TypePart answer one question about a type, or about its i-th field, method, parameter, result.
// PointerTo and SliceOf are nil when the program has no such type.
func TypeText(t unsafe.Pointer, what, i int) string
func TypeNumber(t unsafe.Pointer, what, i int) int
func TypePart(t unsafe.Pointer, what, i int) unsafe.Pointer

// MapOf finds the type of maps from key to element, nil when the program has none.
func MapOf(key, element unsafe.Pointer) unsafe.Pointer

// Interface makes an interface value of the value of type t that lies at an address.
func Interface(t, address unsafe.Pointer) any

// Equal compares two values of a type; it panics as == does.
func Equal(t, a, b unsafe.Pointer) bool

// The operations of the map engine, with all their steps. Keys are addresses.
func MapMake(t unsafe.Pointer, hint int) unsafe.Pointer
func MapGet(t, m, key unsafe.Pointer) (elem unsafe.Pointer, found bool)
func MapAssign(t, m, key unsafe.Pointer) (elem unsafe.Pointer)
func MapDelete(t, m, key unsafe.Pointer)
func MapClear(t, m unsafe.Pointer)

// Iterator is the beginning of Go's hiter.
type Iterator struct {
	Key, Elem unsafe.Pointer
	rest      [10]unsafe.Pointer
}

func MapIterate(t, m unsafe.Pointer, iterator *Iterator)
func MapNext(t unsafe.Pointer, iterator *Iterator)

// Call calls a function value of type t; receiver: for methods the data word of the interface. Arguments and results are
// addresses of values.
func Call(function, t unsafe.Pointer, isMethod bool, receiver unsafe.Pointer, arguments, results []unsafe.Pointer) (stage int)
