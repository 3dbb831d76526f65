package reflect

import "unsafe"

func (k Kind) isInt() bool    { return k >= Int && k <= Int64 }
func (k Kind) isUint() bool   { return k >= Uint && k <= Uintptr }
func (k Kind) isFloat() bool  { return k == Float32 || k == Float64 }
func (k Kind) isNumber() bool { return k.isInt() || k.isUint() || k.isFloat() }

// isText tells whether t is []byte or []rune.
func isText(t Type) bool {
	return t.Kind() == Slice && (t.Elem().Kind() == Uint8 || t.Elem().Kind() == Int32)
}

func (t *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return convertible(t, u)
}

func convertible(t, u Type) bool {
	from, to := t.Kind(), u.Kind()
	switch {
	case assignable(t, u), from.isNumber() && to.isNumber():
		return true
	case to == String && (from.isInt() || from.isUint() || isText(t)), from == String && isText(u):
		return true
	}
	if from == Pointer && to == Pointer && t.Name() == "" && u.Name() == "" {
		a, b := t.Elem(), u.Elem()
		return a.Kind() == b.Kind() && sameUnderlying(a, b)
	}
	return from == to && sameUnderlying(t, u)
}

func (v Value) CanConvert(t Type) bool { return convertible(v.Type(), t) }

// Convert is the conversion t(v).
func (v Value) Convert(t Type) Value {
	own := v.Type()
	if !convertible(own, t) {
		panic("reflect.Value.Convert: value of type " + own.String() + " cannot be converted to type " + t.String())
	}
	from, to := own.Kind(), t.Kind()
	made := Value{}
	switch {
	case to == Interface:
		return v.assignTo(t, "reflect.Value.Convert")
	case from.isNumber() && to.isNumber():
		made = New(t).Elem()
		made.setNumber(v)
	case to == String && from.isInt():
		made = text(t, string(rune(v.Int())))
	case to == String && from.isUint():
		made = text(t, string(rune(v.Uint())))
	case to == String && from == Slice && own.Elem().Kind() == Uint8:
		made = text(t, string(*(*[]byte)(v.address())))
	case to == String && from == Slice:
		made = text(t, string(*(*[]rune)(v.address())))
	case from == String && to == Slice && t.Elem().Kind() == Uint8:
		bytes := []byte(v.String())
		made = Value{t.pointer(), unsafe.Pointer(&bytes), indirect}
	case from == String && to == Slice:
		runes := []rune(v.String())
		made = Value{t.pointer(), unsafe.Pointer(&runes), indirect}
	default:
		made = v
		made.t = t.pointer()
	}
	made.flag = made.flag&^addressable | v.inherited()
	return made
}

func text(t Type, s string) Value { return Value{t.pointer(), unsafe.Pointer(&s), indirect} }

// setNumber converts between any two kinds of numbers.
func (v Value) setNumber(from Value) {
	to := v.Kind()
	switch k := from.Kind(); {
	case k.isInt() && to.isInt():
		v.SetInt(from.Int())
	case k.isInt() && to.isUint():
		v.SetUint(uint64(from.Int()))
	case k.isInt():
		v.SetFloat(float64(from.Int()))
	case k.isUint() && to.isInt():
		v.SetInt(int64(from.Uint()))
	case k.isUint() && to.isUint():
		v.SetUint(from.Uint())
	case k.isUint():
		v.SetFloat(float64(from.Uint()))
	case to.isInt():
		v.SetInt(int64(from.Float()))
	case to.isUint():
		v.SetUint(uint64(from.Float()))
	default:
		v.SetFloat(from.Float())
	}
}
