package reflect

import (
	"internal/raw"
	"unsafe"
)

// New gives a pointer to a new zero value of the type.
func New(t Type) Value {
	if t == nil {
		panic("reflect: New(nil)")
	}
	return Value{PointerTo(t).pointer(), raw.New(t.pointer()), 0}
}

// NewAt gives a pointer of type *t with the address p.
func NewAt(t Type, p unsafe.Pointer) Value { return Value{PointerTo(t).pointer(), p, 0} }

func Zero(t Type) Value {
	if t == nil {
		panic("reflect: Zero(nil)")
	}
	if raw.TypeNumber(t.pointer(), raw.IsWord, 0) != 0 {
		return Value{t.pointer(), nil, 0}
	}
	return Value{t.pointer(), raw.New(t.pointer()), indirect}
}

func MakeSlice(t Type, length, capacity int) Value {
	switch {
	case t.Kind() != Slice:
		panic("reflect.MakeSlice of non-slice type")
	case length < 0:
		panic("reflect.MakeSlice: negative len")
	case capacity < 0:
		panic("reflect.MakeSlice: negative cap")
	case length > capacity:
		panic("reflect.MakeSlice: len > cap")
	}
	s := &raw.Slice{Data: raw.NewArray(raw.Elem(t.pointer()), capacity), Len: length, Cap: capacity}
	return Value{t.pointer(), unsafe.Pointer(s), indirect}
}

// grown gives a slice with room for n more elements.
func grown(s Value, n int) Value {
	length := s.Len()
	if length+n <= s.Cap() {
		return s.Slice(0, length+n)
	}
	capacity := max(length+n, 2*s.Cap())
	if s.Cap() >= 256 {
		capacity = max(length+n, s.Cap()+(s.Cap()+768)/4)
	}
	made := MakeSlice(s.Type(), length+n, capacity)
	Copy(made, s)
	return made
}

func Append(s Value, x ...Value) Value {
	s.must(Slice, "Append")
	n := s.Len()
	s = grown(s, len(x))
	for i, v := range x {
		s.Index(n + i).Set(v)
	}
	return s
}

func AppendSlice(s, t Value) Value {
	s.must(Slice, "AppendSlice")
	n := s.Len()
	s = grown(s, t.Len())
	Copy(s.Slice(n, n+t.Len()), t)
	return s
}

// Copy copies as many elements as both have.
func Copy(dst, src Value) int {
	if k := dst.Kind(); k != Slice && k != Array {
		panic(&ValueError{"reflect.Copy", k})
	}
	n := min(dst.Len(), src.Len())
	before := dst.Kind() == Slice && src.Kind() == Slice && dst.Pointer() > src.Pointer()
	for i := 0; i < n; i++ {
		at := i
		if before {
			at = n - 1 - i
		}
		to := dst.Index(at)
		raw.Copy(to.t, to.p, src.Index(at).address())
	}
	return n
}

// Swapper gives a function that exchanges elements of a slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.Kind()})
	}
	spare := raw.New(raw.Elem(v.t))
	return func(i, j int) {
		a, b := v.Index(i), v.Index(j)
		raw.Copy(a.t, spare, a.p)
		raw.Copy(a.t, a.p, b.p)
		raw.Copy(a.t, b.p, spare)
	}
}

// Call calls a function or method.
func (v Value) Call(in []Value) []Value {
	v.must(Func, "Call")
	v.mustExport("Call")
	t := v.Type()
	fixed := t.NumIn()
	if t.IsVariadic() {
		fixed--
	}
	if len(in) < fixed {
		panic("reflect: Call with too few input arguments")
	}
	if !t.IsVariadic() && len(in) > fixed {
		panic("reflect: Call with too many input arguments")
	}
	var arguments, results []unsafe.Pointer
	for i := 0; i < fixed; i++ {
		arguments = append(arguments, argument(in[i], t.In(i)).address())
	}
	if t.IsVariadic() {
		rest := MakeSlice(t.In(fixed), 0, len(in)-fixed)
		for i := fixed; i < len(in); i++ {
			rest = Append(rest, argument(in[i], t.In(fixed).Elem()))
		}
		arguments = append(arguments, rest.address())
	}
	var out []Value
	for i := 0; i < t.NumOut(); i++ {
		result := raw.New(t.Out(i).pointer())
		results = append(results, result)
		out = append(out, Value{t.Out(i).pointer(), result, indirect})
	}
	if v.flag&isMethod != 0 {
		receiver := v
		receiver.flag &= indirect | addressable | readOnly
		function := methodFunction(v.t, int(v.flag>>methodShift))
		raw.Call(function, t.pointer(), true, raw.Word(receiver.any()), arguments, results)
		return out
	}
	if v.IsNil() {
		panic("reflect: call of nil function")
	}
	raw.Call(v.word(), t.pointer(), false, nil, arguments, results)
	return out
}

func argument(v Value, t Type) Value {
	if v.t == nil {
		panic("reflect: Call using zero Value argument")
	}
	v.mustExport("Call")
	if !assignable(v.Type(), t) {
		panic("reflect: Call using " + v.Type().String() + " as type " + t.String())
	}
	return v.assignTo(t, "reflect.Value.Call")
}
