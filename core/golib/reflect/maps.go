package reflect

import (
	"internal/raw"
	"unsafe"
)

// copyOf gives a value of its own with what lies at p.
func copyOf(t, p unsafe.Pointer, inherited uintptr) Value {
	place := raw.New(t)
	raw.Copy(t, place, p)
	return Value{t, place, inherited | indirect}
}

// MapIndex is m[key]; the zero Value when there is no such key.
func (v Value) MapIndex(key Value) Value {
	v.must(Map, "MapIndex")
	t := v.Type()
	key = key.assignTo(t.Key(), "reflect.Value.MapIndex")
	elem, found := raw.MapGet(v.t, v.word(), key.address())
	if !found {
		return Value{}
	}
	return copyOf(raw.Elem(v.t), elem, v.inherited()|key.inherited())
}

// SetMapIndex is m[key] = elem; the zero Value deletes the key.
func (v Value) SetMapIndex(key, elem Value) {
	v.must(Map, "SetMapIndex")
	v.mustExport("SetMapIndex")
	key.mustExport("SetMapIndex")
	t := v.Type()
	key = key.assignTo(t.Key(), "reflect.Value.SetMapIndex")
	if elem.t == nil {
		raw.MapDelete(v.t, v.word(), key.address())
		return
	}
	elem.mustExport("SetMapIndex")
	elem = elem.assignTo(t.Elem(), "reflect.Value.SetMapIndex")
	from := elem.address()
	raw.Copy(elem.t, raw.MapAssign(v.t, v.word(), key.address()), from)
}

// MapKeys gives all keys, in the order of an iteration.
func (v Value) MapKeys() []Value {
	v.must(Map, "MapKeys")
	keys := []Value{}
	for iter := v.MapRange(); iter.Next(); {
		keys = append(keys, iter.Key())
	}
	return keys
}

// MapIter is an iteration over a map.
type MapIter struct {
	m     Value
	state *raw.Iterator
}

func (v Value) MapRange() *MapIter {
	v.must(Map, "MapRange")
	return &MapIter{m: v}
}

func (iter *MapIter) Next() bool {
	if iter.m.t == nil {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	if iter.state == nil {
		iter.state = new(raw.Iterator)
		raw.MapIterate(iter.m.t, iter.m.word(), iter.state)
	} else {
		if iter.state.Key == nil {
			panic("MapIter.Next called on exhausted iterator")
		}
		raw.MapNext(iter.m.t, iter.state)
	}
	return iter.state.Key != nil
}

func (iter *MapIter) check(method string) {
	if iter.state == nil {
		panic("MapIter." + method + " called before Next")
	}
	if iter.state.Key == nil {
		panic("MapIter." + method + " called on exhausted iterator")
	}
}

func (iter *MapIter) Key() Value {
	iter.check("Key")
	return copyOf(raw.TypePart(iter.m.t, raw.Key, 0), iter.state.Key, iter.m.inherited())
}

func (iter *MapIter) Value() Value {
	iter.check("Value")
	return copyOf(raw.Elem(iter.m.t), iter.state.Elem, iter.m.inherited())
}

func (iter *MapIter) Reset(v Value) {
	if v.t != nil {
		v.must(Map, "MapRange")
	}
	*iter = MapIter{m: v}
}

func (v Value) SetIterKey(iter *MapIter)   { v.Set(iter.Key()) }
func (v Value) SetIterValue(iter *MapIter) { v.Set(iter.Value()) }

// Clear is the builtin clear.
func (v Value) Clear() {
	switch v.Kind() {
	case Map:
		raw.MapClear(v.t, v.word())
	case Slice:
		for i := 0; i < v.Len(); i++ {
			v.Index(i).SetZero()
		}
	default:
		v.bad("Clear")
	}
}

func MakeMap(t Type) Value { return MakeMapWithSize(t, 0) }

func MakeMapWithSize(t Type, n int) Value {
	if t.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	return Value{t.pointer(), raw.MapMake(t.pointer(), n), 0}
}
