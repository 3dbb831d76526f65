package reflect

import (
	"internal/raw"
	"unsafe"
)

func (v Value) Len() int {
	switch v.Kind() {
	case Slice:
		return (*raw.Slice)(v.p).Len
	case String:
		return len(*(*string)(v.p))
	case Array:
		return v.Type().Len()
	case Map:
		m := v.word()
		if m == nil {
			return 0
		}
		return *(*int)(m)
	case Chan:
		if c := v.word(); c != nil {
			return *(*int)(c)
		}
		return 0
	case Pointer:
		if v.Type().Elem().Kind() == Array {
			return v.Type().Elem().Len()
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	v.bad("Len")
	return 0
}

func (v Value) Cap() int {
	switch v.Kind() {
	case Slice:
		return (*raw.Slice)(v.p).Cap
	case Array:
		return v.Type().Len()
	}
	v.bad("Cap")
	return 0
}

func offset(p unsafe.Pointer, bytes uintptr) unsafe.Pointer {
	return unsafe.Pointer(uintptr(p) + bytes)
}

// Index gives the i-th element of an array, slice or string.
func (v Value) Index(i int) Value {
	switch v.Kind() {
	case Slice:
		s := (*raw.Slice)(v.p)
		if i < 0 || i >= s.Len {
			panic("reflect: slice index out of range")
		}
		element := raw.Elem(v.t)
		return Value{element, offset(s.Data, uintptr(i)*raw.Size(element)), v.inherited() | indirect | addressable}
	case Array:
		if i < 0 || i >= v.Type().Len() {
			panic("reflect: array index out of range")
		}
		element := raw.Elem(v.t)
		return Value{element, offset(v.p, uintptr(i)*raw.Size(element)), v.flag&(indirect|addressable) | v.inherited()}
	case String:
		s := *(*string)(v.p)
		if i < 0 || i >= len(s) {
			panic("reflect: string index out of range")
		}
		c := ValueOf(s[i])
		c.flag |= v.inherited()
		return c
	}
	v.bad("Index")
	return Value{}
}

func (v Value) NumField() int {
	v.must(Struct, "NumField")
	return v.Type().NumField()
}

// Field gives the i-th field of a struct.
func (v Value) Field(i int) Value {
	v.must(Struct, "Field")
	if i < 0 || i >= raw.TypeNumber(v.t, raw.Fields, 0) {
		panic("reflect: Field index out of range")
	}
	field := Value{raw.TypePart(v.t, raw.FieldType, i), v.p, v.flag & (sticky | indirect | addressable)}
	if v.flag&indirect != 0 {
		field.p = offset(v.p, uintptr(raw.TypeNumber(v.t, raw.FieldOffset, i)))
	}
	if raw.TypeText(v.t, raw.FieldPackage, i) != "" {
		if raw.TypeNumber(v.t, raw.FieldIsEmbedded, i) != 0 {
			field.flag |= embedded
		} else {
			field.flag |= sticky
		}
	}
	return field
}

func (v Value) FieldByName(name string) Value {
	v.must(Struct, "FieldByName")
	if f, ok := v.Type().FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// FieldByIndex follows embedded fields.
func (v Value) FieldByIndex(index []int) Value {
	v.must(Struct, "FieldByIndex")
	for n, i := range index {
		if n > 0 && v.Kind() == Pointer && v.Type().Elem().Kind() == Struct {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct")
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	return v
}

func (v Value) NumMethod() int {
	if v.t == nil {
		v.bad("NumMethod")
	}
	return v.Type().NumMethod()
}

// Method gives the i-th method, to be called.
func (v Value) Method(i int) Value {
	if v.t == nil {
		v.bad("Method")
	}
	if i < 0 || i >= v.NumMethod() {
		panic("reflect: Method index out of range")
	}
	if v.Kind() == Interface {
		if v.IsNil() {
			panic("reflect: Method on nil interface value")
		}
		return v.Elem().MethodByName(v.Type().Method(i).Name)
	}
	v.flag |= isMethod | uintptr(i)<<methodShift
	return v
}

func (v Value) MethodByName(name string) Value {
	if v.t == nil {
		v.bad("MethodByName")
	}
	m, ok := v.Type().MethodByName(name)
	if !ok {
		return Value{}
	}
	return v.Method(m.Index)
}

// Slice is v[i:j].
func (v Value) Slice(i, j int) Value {
	var s raw.Slice
	t := v.t
	switch v.Kind() {
	case String:
		text := *(*string)(v.p)
		if i < 0 || j < i || j > len(text) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		part := ValueOf(text[i:j])
		part.t = v.t
		return part
	case Slice:
		s = *(*raw.Slice)(v.p)
	case Array:
		if v.flag&addressable == 0 {
			panic("reflect.Value.Slice: slice of unaddressable array")
		}
		s = raw.Slice{Data: v.p, Len: v.Len(), Cap: v.Len()}
		t = SliceOf(v.Type().Elem()).pointer()
	default:
		v.bad("Slice")
	}
	if i < 0 || j < i || j > s.Cap {
		panic("reflect.Value.Slice: slice index out of bounds")
	}
	made := &raw.Slice{Data: s.Data, Len: j - i, Cap: s.Cap - i}
	if made.Cap > 0 {
		made.Data = offset(s.Data, uintptr(i)*raw.Size(raw.Elem(t)))
	}
	return Value{t, unsafe.Pointer(made), v.inherited() | indirect}
}
