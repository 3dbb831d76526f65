package reflect

import "internal/raw"

// visit is a pair of places that is being compared.
type visit struct {
	a, b uintptr
	t    Type
}

// DeepEqual compares what values consist of. Functions are equal only when both are nil, NaN is never equal to itself but where
// the same map, slice or pointer holds it on both sides.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	a, b := ValueOf(x), ValueOf(y)
	return a.Type() == b.Type() && deepEqual(a, b, map[visit]bool{})
}

func deepEqual(a, b Value, seen map[visit]bool) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	if a.Type() != b.Type() {
		return false
	}
	kind := a.Kind()
	if kind == Pointer || kind == Map || kind == Slice {
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		at := visit{a.Pointer(), b.Pointer(), a.Type()}
		if at.a > at.b {
			at.a, at.b = at.b, at.a
		}
		if seen[at] && kind != Slice {
			return true
		}
		if kind != Slice || a.Len() > 0 {
			if seen[at] && a.Len() == b.Len() {
				return true
			}
			seen[at] = true
		}
	}
	switch kind {
	case Array:
		return equalElements(a, b, seen)
	case Slice:
		return a.Len() == b.Len() && (a.Pointer() == b.Pointer() || equalElements(a, b, seen))
	case Interface:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return deepEqual(a.Elem(), b.Elem(), seen)
	case Pointer:
		return a.Pointer() == b.Pointer() || deepEqual(a.Elem(), b.Elem(), seen)
	case Struct:
		for i := 0; i < a.NumField(); i++ {
			if !deepEqual(a.Field(i), b.Field(i), seen) {
				return false
			}
		}
		return true
	case Map:
		if a.Len() != b.Len() {
			return false
		}
		if a.Pointer() == b.Pointer() {
			return true
		}
		for iter := a.MapRange(); iter.Next(); {
			other := b.MapIndex(iter.Key())
			if !other.IsValid() || !deepEqual(iter.Value(), other, seen) {
				return false
			}
		}
		return true
	case Func:
		return a.IsNil() && b.IsNil()
	}
	return raw.Equal(a.t, a.address(), b.address())
}

func equalElements(a, b Value, seen map[visit]bool) bool {
	for i := 0; i < a.Len(); i++ {
		if !deepEqual(a.Index(i), b.Index(i), seen) {
			return false
		}
	}
	return true
}

// Comparable tells whether v == v does not panic.
func (v Value) Comparable() bool {
	switch v.Kind() {
	case Invalid:
		return true
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		for i := 0; i < v.Len(); i++ {
			if !v.Index(i).Comparable() {
				return false
			}
		}
		return true
	case Struct:
		for i := 0; i < v.NumField(); i++ {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return true
	}
	return v.Type().Comparable()
}

// Equal is ==.
func (v Value) Equal(u Value) bool {
	if v.Kind() == Interface {
		v = v.Elem()
	}
	if u.Kind() == Interface {
		u = u.Elem()
	}
	if !v.IsValid() || !u.IsValid() {
		return v.IsValid() == u.IsValid()
	}
	if v.Type() != u.Type() {
		return false
	}
	if !v.Comparable() {
		panic("reflect.Value.Equal: values of type " + v.Type().String() + " are not comparable")
	}
	return raw.Equal(v.t, v.address(), u.address())
}
