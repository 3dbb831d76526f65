package reflect

import (
	"internal/raw"
	"math"
	"unsafe"
)

// Value is a Go value. p is its address, or for one that is a single pointer perhaps the value itself.
type Value struct {
	t    unsafe.Pointer
	p    unsafe.Pointer
	flag uintptr
}

const (
	indirect    = 1 << iota // p is the address
	addressable             // … of a variable
	sticky                  // found by way of an unexported field
	isMethod                // a method of the value: its number is in the bits above
	embedded                // an unexported embedded field: its own fields can be used
	readOnly    = sticky | embedded
	methodShift = 8
)

// ValueError is what a method panics with when it does not fit the kind.
type ValueError struct {
	Method string
	Kind   Kind
}

func (e *ValueError) Error() string {
	if e.Kind == Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

func (v Value) bad(method string) { panic(&ValueError{"reflect.Value." + method, v.Kind()}) }

func (v Value) must(kind Kind, method string) {
	if v.Kind() != kind {
		v.bad(method)
	}
}

// ValueOf gives the value that the interface holds.
func ValueOf(i any) Value {
	t := raw.TypeOf(i)
	if t == nil {
		return Value{}
	}
	v := Value{t, raw.Word(i), 0}
	if raw.TypeNumber(t, raw.IsWord, 0) == 0 {
		v.flag = indirect
	}
	return v
}

// inherited is what a part of v has of its being read-only.
func (v Value) inherited() uintptr {
	if v.flag&readOnly != 0 {
		return sticky
	}
	return 0
}

func (v Value) IsValid() bool { return v.t != nil }

func (v Value) Kind() Kind {
	if v.flag&isMethod != 0 {
		return Func
	}
	return Kind(raw.KindOf(v.t))
}

func (v Value) Type() Type {
	if v.t == nil {
		v.bad("Type")
	}
	if v.flag&isMethod != 0 {
		return toType(raw.TypePart(v.t, raw.MethodType, int(v.flag>>methodShift)))
	}
	return toType(v.t)
}

func (v Value) CanAddr() bool { return v.flag&addressable != 0 }
func (v Value) CanSet() bool  { return v.flag&(addressable|readOnly) == addressable }
func (v Value) CanInterface() bool {
	if v.t == nil {
		v.bad("CanInterface")
	}
	return v.flag&readOnly == 0
}

// word gives the value of a single pointer, address where the value lies.
func (v Value) word() unsafe.Pointer {
	if v.flag&indirect != 0 {
		return *(*unsafe.Pointer)(v.p)
	}
	return v.p
}

func (v Value) address() unsafe.Pointer {
	if v.flag&indirect != 0 {
		return v.p
	}
	place := new(unsafe.Pointer)
	*place = v.p
	return unsafe.Pointer(place)
}

func (v Value) Interface() any {
	if v.t == nil {
		v.bad("Interface")
	}
	if v.flag&readOnly != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	return v.any()
}

func (v Value) any() any {
	if v.flag&isMethod != 0 {
		panic("hmaplab: a method value of reflect can be called, but not made an interface")
	}
	if v.Kind() == Interface {
		return *(*any)(v.p)
	}
	return raw.Interface(v.t, v.address())
}

func (v Value) Bool() bool {
	v.must(Bool, "Bool")
	return *(*bool)(v.p)
}

func (v Value) CanInt() bool   { k := v.Kind(); return k >= Int && k <= Int64 }
func (v Value) CanUint() bool  { k := v.Kind(); return k >= Uint && k <= Uintptr }
func (v Value) CanFloat() bool { k := v.Kind(); return k == Float32 || k == Float64 }

func (v Value) Int() int64 {
	switch v.Kind() {
	case Int:
		return int64(*(*int)(v.p))
	case Int8:
		return int64(*(*int8)(v.p))
	case Int16:
		return int64(*(*int16)(v.p))
	case Int32:
		return int64(*(*int32)(v.p))
	case Int64:
		return *(*int64)(v.p)
	}
	v.bad("Int")
	return 0
}

func (v Value) Uint() uint64 {
	switch v.Kind() {
	case Uint:
		return uint64(*(*uint)(v.p))
	case Uint8:
		return uint64(*(*uint8)(v.p))
	case Uint16:
		return uint64(*(*uint16)(v.p))
	case Uint32:
		return uint64(*(*uint32)(v.p))
	case Uint64:
		return *(*uint64)(v.p)
	case Uintptr:
		return uint64(*(*uintptr)(v.p))
	}
	v.bad("Uint")
	return 0
}

func (v Value) Float() float64 {
	switch v.Kind() {
	case Float32:
		return float64(*(*float32)(v.p))
	case Float64:
		return *(*float64)(v.p)
	}
	v.bad("Float")
	return 0
}

// String gives the text of a string; of other kinds their type: "<int Value>".
func (v Value) String() string {
	switch v.Kind() {
	case String:
		return *(*string)(v.p)
	case Invalid:
		return "<invalid Value>"
	}
	return "<" + v.Type().String() + " Value>"
}

func (v Value) Bytes() []byte {
	if v.Kind() != Slice {
		v.bad("Bytes")
	}
	if v.Type().Elem().Kind() != Uint8 {
		panic("reflect.Value.Bytes of non-byte slice")
	}
	return *(*[]byte)(v.p)
}

func (v Value) IsNil() bool {
	switch v.Kind() {
	case Chan, Func, Map, Pointer, UnsafePointer:
		if v.flag&isMethod != 0 {
			return false
		}
		return v.word() == nil
	case Interface:
		return *(*any)(v.p) == nil
	case Slice:
		return (*raw.Slice)(v.p).Data == nil
	}
	v.bad("IsNil")
	return false
}

// IsZero tells whether the value is the zero value of its type.
func (v Value) IsZero() bool {
	switch v.Kind() {
	case Invalid:
		v.bad("IsZero")
	case Float32, Float64:
		return math.Float64bits(v.Float()) == 0
	case Chan, Func, Map, Pointer, UnsafePointer, Interface, Slice:
		return v.IsNil()
	case Array:
		for i := 0; i < v.Len(); i++ {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		for i := 0; i < v.NumField(); i++ {
			if !v.Field(i).IsZero() && v.Type().Field(i).Name != "_" {
				return false
			}
		}
		return true
	}
	return raw.Equal(v.t, v.p, raw.New(v.t))
}

// Elem gives what an interface holds or a pointer points to.
func (v Value) Elem() Value {
	switch v.Kind() {
	case Interface:
		inner := ValueOf(*(*any)(v.p))
		inner.flag |= v.inherited()
		return inner
	case Pointer:
		p := v.word()
		if p == nil {
			return Value{}
		}
		return Value{raw.TypePart(v.t, raw.Element, 0), p, v.inherited() | indirect | addressable}
	}
	v.bad("Elem")
	return Value{}
}

func Indirect(v Value) Value {
	if v.Kind() == Pointer {
		return v.Elem()
	}
	return v
}

func (v Value) Addr() Value {
	if v.flag&addressable == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	return Value{PointerTo(toType(v.t)).pointer(), v.p, v.inherited()}
}

func (v Value) Pointer() uintptr {
	switch v.Kind() {
	case Chan, Func, Map, Pointer, UnsafePointer:
		return uintptr(v.word())
	case Slice:
		return uintptr((*raw.Slice)(v.p).Data)
	}
	v.bad("Pointer")
	return 0
}

func (v Value) UnsafePointer() unsafe.Pointer { return unsafe.Pointer(v.Pointer()) }

func (v Value) UnsafeAddr() uintptr {
	if v.flag&addressable == 0 {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return uintptr(v.p)
}
