package reflect

import (
	"internal/raw"
	"unsafe"
)

// mustSet panics unless the value can be changed.
func (v Value) mustSet(method string) {
	if v.t == nil {
		v.bad(method)
	}
	if v.flag&readOnly != 0 {
		panic("reflect: reflect.Value." + method + " using value obtained using unexported field")
	}
	if v.flag&addressable == 0 {
		panic("reflect: reflect.Value." + method + " using unaddressable value")
	}
}

func (v Value) mustExport(method string) {
	if v.t == nil {
		v.bad(method)
	}
	if v.flag&readOnly != 0 {
		panic("reflect: reflect.Value." + method + " using value obtained using unexported field")
	}
}

// assignTo gives the value as one of type t, as an assignment does.
func (v Value) assignTo(t Type, context string) Value {
	if v.t == nil {
		panic("reflect: internal error: assignment of the zero Value")
	}
	own := v.Type()
	switch {
	case t.Kind() == Interface && own.Kind() == Interface && v.IsNil():
		return Zero(t)
	case own == t:
		return v
	case t.Kind() == Interface && (own.Implements(t) || own.Kind() == Interface && v.Elem().Type().Implements(t)):
		place := new(any)
		*place = v.any()
		return Value{t.pointer(), unsafe.Pointer(place), indirect}
	case assignable(own, t):
		v.t = t.pointer()
		return v
	}
	panic(context + ": value of type " + own.String() + " is not assignable to type " + t.String())
}

// Set is the assignment v = x.
func (v Value) Set(x Value) {
	v.mustSet("Set")
	x.mustExport("Set")
	x = x.assignTo(toType(v.t), "reflect.Set")
	raw.Copy(v.t, v.p, x.address())
}

func (v Value) SetZero() {
	v.mustSet("SetZero")
	raw.Copy(v.t, v.p, raw.New(v.t))
}

func (v Value) SetBool(x bool) {
	v.mustSet("SetBool")
	v.must(Bool, "SetBool")
	*(*bool)(v.p) = x
}

func (v Value) SetString(x string) {
	v.mustSet("SetString")
	v.must(String, "SetString")
	*(*string)(v.p) = x
}

func (v Value) SetBytes(x []byte) {
	v.mustSet("SetBytes")
	v.must(Slice, "SetBytes")
	*(*[]byte)(v.p) = x
}

func (v Value) SetInt(x int64) {
	v.mustSet("SetInt")
	switch v.Kind() {
	case Int:
		*(*int)(v.p) = int(x)
	case Int8:
		*(*int8)(v.p) = int8(x)
	case Int16:
		*(*int16)(v.p) = int16(x)
	case Int32:
		*(*int32)(v.p) = int32(x)
	case Int64:
		*(*int64)(v.p) = x
	default:
		v.bad("SetInt")
	}
}

func (v Value) SetUint(x uint64) {
	v.mustSet("SetUint")
	switch v.Kind() {
	case Uint:
		*(*uint)(v.p) = uint(x)
	case Uint8:
		*(*uint8)(v.p) = uint8(x)
	case Uint16:
		*(*uint16)(v.p) = uint16(x)
	case Uint32:
		*(*uint32)(v.p) = uint32(x)
	case Uint64:
		*(*uint64)(v.p) = x
	case Uintptr:
		*(*uintptr)(v.p) = uintptr(x)
	default:
		v.bad("SetUint")
	}
}

func (v Value) SetFloat(x float64) {
	v.mustSet("SetFloat")
	switch v.Kind() {
	case Float32:
		*(*float32)(v.p) = float32(x)
	case Float64:
		*(*float64)(v.p) = x
	default:
		v.bad("SetFloat")
	}
}

func (v Value) SetLen(n int) {
	v.mustSet("SetLen")
	v.must(Slice, "SetLen")
	s := (*raw.Slice)(v.p)
	if uint(n) > uint(s.Cap) {
		panic("reflect: slice length out of range in SetLen")
	}
	s.Len = n
}

func (v Value) OverflowInt(x int64) bool {
	if !v.CanInt() {
		v.bad("OverflowInt")
	}
	shift := 64 - 8*raw.Size(v.t)
	return x<<shift>>shift != x
}

func (v Value) OverflowUint(x uint64) bool {
	if !v.CanUint() {
		v.bad("OverflowUint")
	}
	shift := 64 - 8*raw.Size(v.t)
	return x<<shift>>shift != x
}

func (v Value) OverflowFloat(x float64) bool {
	if !v.CanFloat() {
		v.bad("OverflowFloat")
	}
	if x < 0 {
		x = -x
	}
	const greatest32 = 0x1p127 * (1 + (1 - 0x1p-23))
	return v.Kind() == Float32 && x > greatest32 && x-x == 0
}
