package json

import (
	"encoding"
	"errors"
	"reflect"
	"sort"
	"strconv"
)

type entry struct {
	key   string
	value reflect.Value
}

func (e *encoder) mapping(v reflect.Value) {
	t := v.Type()
	k := t.Key().Kind()
	isInt := k >= reflect.Int && k <= reflect.Uintptr
	if k != reflect.String && !isInt && !t.Key().Implements(textMarshalerType) {
		e.fail(&UnsupportedTypeError{t})
	}
	if v.IsNil() {
		e.write("null")
		return
	}
	e.enter(v)
	var entries []entry
	for iter := v.MapRange(); iter.Next(); {
		entries = append(entries, entry{e.key(t, iter.Key()), iter.Value()})
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].key < entries[j].key })
	e.write("{")
	for i, one := range entries {
		if i > 0 {
			e.write(",")
		}
		e.text(one.key)
		e.write(":")
		e.value(one.value, true, false)
	}
	e.write("}")
	e.leave()
}

// key gives the text of a map's key.
func (e *encoder) key(t reflect.Type, k reflect.Value) string {
	if k.Kind() == reflect.String {
		return k.String()
	}
	if m, ok := k.Interface().(encoding.TextMarshaler); ok {
		if k.Kind() == reflect.Pointer && k.IsNil() {
			return ""
		}
		text, err := m.MarshalText()
		if err != nil {
			e.fail(errors.New("json: encoding error for type " + strconv.Quote(t.String()) + ": " + strconv.Quote(err.Error())))
		}
		return string(text)
	}
	if k.CanInt() {
		return strconv.FormatInt(k.Int(), 10)
	}
	if k.CanUint() {
		return strconv.FormatUint(k.Uint(), 10)
	}
	panic("unexpected map key type")
}
