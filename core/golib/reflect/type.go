// Package reflect of hmaplab: types and values at run time. A type is the address of its descriptor in the machine; only types
// that occur in the program exist.
package reflect

import (
	"internal/raw"
	"unsafe"
)

type Kind uint

const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

const Ptr = Pointer

func (k Kind) String() string { return raw.KindName(uint(k)) }

type ChanDir int

const (
	RecvDir ChanDir = 1 << iota
	SendDir
	BothDir = RecvDir | SendDir
)

func (d ChanDir) String() string {
	switch d {
	case SendDir:
		return "chan<-"
	case RecvDir:
		return "<-chan"
	}
	return "chan"
}

// Type is a Go type; two are the same type when they are ==.
type Type interface {
	Align() int
	FieldAlign() int
	Method(int) Method
	MethodByName(string) (Method, bool)
	NumMethod() int
	Name() string
	PkgPath() string
	Size() uintptr
	String() string
	Kind() Kind
	Implements(u Type) bool
	AssignableTo(u Type) bool
	ConvertibleTo(u Type) bool
	Comparable() bool
	Bits() int
	ChanDir() ChanDir
	IsVariadic() bool
	Elem() Type
	Field(i int) StructField
	FieldByName(name string) (StructField, bool)
	In(i int) Type
	Key() Type
	Len() int
	NumField() int
	NumIn() int
	NumOut() int
	Out(i int) Type
	pointer() unsafe.Pointer
}

// rtype is the descriptor itself; it is never read as Go memory.
type rtype struct {
	descriptor [48]byte
}

func toType(t unsafe.Pointer) Type {
	if t == nil {
		return nil
	}
	return (*rtype)(t)
}

// TypeOf gives the dynamic type of i, nil for a nil interface.
func TypeOf(i any) Type { return toType(raw.TypeOf(i)) }

func (t *rtype) pointer() unsafe.Pointer { return unsafe.Pointer(t) }
func (t *rtype) text(what, i int) string { return raw.TypeText(unsafe.Pointer(t), what, i) }
func (t *rtype) number(what, i int) int  { return raw.TypeNumber(unsafe.Pointer(t), what, i) }
func (t *rtype) part(what, i int) Type   { return toType(raw.TypePart(unsafe.Pointer(t), what, i)) }
func (t *rtype) String() string          { return t.text(raw.Text, 0) }
func (t *rtype) Name() string            { return t.text(raw.Name, 0) }
func (t *rtype) PkgPath() string         { return t.text(raw.PackagePath, 0) }
func (t *rtype) Size() uintptr           { return uintptr(t.number(raw.Bytes, 0)) }
func (t *rtype) Align() int              { return t.number(raw.Alignment, 0) }
func (t *rtype) FieldAlign() int         { return t.Align() }
func (t *rtype) Kind() Kind              { return Kind(raw.KindOf(unsafe.Pointer(t))) }
func (t *rtype) Comparable() bool        { return t.number(raw.IsComparable, 0) != 0 }
func (t *rtype) NumMethod() int          { return t.number(raw.Methods, 0) }

// need panics unless the type has this kind.
func (t *rtype) need(kind Kind, method string) {
	if t.Kind() != kind {
		name := kind.String()
		panic("reflect: " + method + " of non-" + name + " type " + t.String())
	}
}

func (t *rtype) Bits() int {
	k := t.Kind()
	if k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.String())
	}
	return int(t.Size()) * 8
}

func (t *rtype) Elem() Type {
	e := t.part(raw.Element, 0)
	if e == nil {
		panic("reflect: Elem of invalid type " + t.String())
	}
	return e
}

func (t *rtype) Key() Type {
	t.need(Map, "Key")
	return t.part(raw.Key, 0)
}

func (t *rtype) Len() int {
	t.need(Array, "Len")
	return t.number(raw.Length, 0)
}

func (t *rtype) ChanDir() ChanDir {
	t.need(Chan, "ChanDir")
	return ChanDir(t.number(raw.Direction, 0))
}

func (t *rtype) NumIn() int {
	t.need(Func, "NumIn")
	return t.number(raw.Parameters, 0)
}

func (t *rtype) NumOut() int {
	t.need(Func, "NumOut")
	return t.number(raw.Results, 0)
}

func (t *rtype) IsVariadic() bool {
	t.need(Func, "IsVariadic")
	return t.number(raw.IsVariadic, 0) != 0
}

func (t *rtype) In(i int) Type {
	t.need(Func, "In")
	checkRange(i, t.NumIn())
	return t.part(raw.Parameter, i)
}

func (t *rtype) Out(i int) Type {
	t.need(Func, "Out")
	checkRange(i, t.NumOut())
	return t.part(raw.Result, i)
}

// checkRange panics as the index of a slice does.
func checkRange(i, n int) {
	_ = make([]struct{}, n)[i]
}

func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return raw.Fits(unsafe.Pointer(t), u.pointer())
}

func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	return assignable(t, u)
}

// assignable: the same type, an implemented interface, or the same underlying type where one of them has no name.
func assignable(t, u Type) bool {
	if raw.Fits(t.pointer(), u.pointer()) || t == u {
		return true
	}
	hasNoName := t.Name() == "" || u.Name() == ""
	return hasNoName && t.Kind() == u.Kind() && sameUnderlying(t, u)
}

// sameUnderlying compares composite types by their parts.
func sameUnderlying(t, u Type) bool {
	switch t.Kind() {
	case Map:
		return t.Key() == u.Key() && t.Elem() == u.Elem()
	case Slice, Pointer:
		return t.Elem() == u.Elem()
	case Array:
		return t.Len() == u.Len() && t.Elem() == u.Elem()
	case Chan:
		return t.Elem() == u.Elem() && (t.ChanDir() == u.ChanDir() || t.ChanDir() == BothDir)
	case Struct:
		if t.NumField() != u.NumField() {
			return false
		}
		for i := 0; i < t.NumField(); i++ {
			a, b := t.Field(i), u.Field(i)
			if a.Name != b.Name || a.Type != b.Type || a.Tag != b.Tag || a.Anonymous != b.Anonymous || a.PkgPath != b.PkgPath {
				return false
			}
		}
		return true
	case Func:
		if t.NumIn() != u.NumIn() || t.NumOut() != u.NumOut() || t.IsVariadic() != u.IsVariadic() {
			return false
		}
		for i := 0; i < t.NumIn(); i++ {
			if t.In(i) != u.In(i) {
				return false
			}
		}
		for i := 0; i < t.NumOut(); i++ {
			if t.Out(i) != u.Out(i) {
				return false
			}
		}
		return true
	case Interface:
		return t.NumMethod() == 0 && u.NumMethod() == 0
	}
	return t.Kind() != Invalid
}

// PointerTo gives the type *t.
func PointerTo(t Type) Type {
	return wanted(raw.TypePart(t.pointer(), raw.PointerTo, 0), "*"+t.String())
}
func PtrTo(t Type) Type { return PointerTo(t) }

// SliceOf and MapOf give types that the program contains.
func SliceOf(t Type) Type { return wanted(raw.TypePart(t.pointer(), raw.SliceOf, 0), "[]"+t.String()) }
func MapOf(key, elem Type) Type {
	if !key.Comparable() {
		panic("reflect.MapOf: invalid key type " + key.String())
	}
	return wanted(raw.MapOf(key.pointer(), elem.pointer()), "map["+key.String()+"]"+elem.String())
}

func wanted(t unsafe.Pointer, name string) Type {
	if t == nil {
		panic("hmaplab: the type " + name + " does not occur in this program; reflect cannot make it")
	}
	return toType(t)
}
