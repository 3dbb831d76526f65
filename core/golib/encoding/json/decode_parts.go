package json

import (
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

var textUnmarshalerType = reflect.TypeOf((*encoding.TextUnmarshaler)(nil)).Elem()

// mapping reads an object into a map; a nil map is made first.
func (d *decoder) mapping(v reflect.Value) {
	t := v.Type()
	k := t.Key().Kind()
	isInt := k >= reflect.Int && k <= reflect.Uintptr
	hasText := reflect.PointerTo(t.Key()).Implements(textUnmarshalerType)
	if k != reflect.String && !isInt && !hasText {
		d.misfit("object", t, d.at+1)
		d.skip()
		return
	}
	if v.IsNil() {
		v.Set(reflect.MakeMap(t))
	}
	d.each('}', func() {
		start := d.at
		name := d.string()
		d.peek()
		d.at++
		elem := reflect.New(t.Elem()).Elem()
		d.decode(elem)
		key := reflect.New(t.Key()).Elem()
		switch {
		case hasText:
			quoted := &decoder{reader: reader{data: d.data, at: start}}
			quoted.literal(key)
			if quoted.saved != nil {
				panic(jsonError{quoted.saved})
			}
		case k == reflect.String:
			key.SetString(name)
		case key.CanInt():
			n, err := strconv.ParseInt(name, 10, 64)
			if err != nil || key.OverflowInt(n) {
				d.save(&UnmarshalTypeError{Value: "number " + name, Type: t.Key(), Offset: int64(start + 1)})
				return
			}
			key.SetInt(n)
		default:
			n, err := strconv.ParseUint(name, 10, 64)
			if err != nil || key.OverflowUint(n) {
				d.save(&UnmarshalTypeError{Value: "number " + name, Type: t.Key(), Offset: int64(start + 1)})
				return
			}
			key.SetUint(n)
		}
		v.SetMapIndex(key, elem)
	})
}

// find gives the field of that name, or else one that differs only in case.
func find(fields []field, name string) *field {
	for i := range fields {
		if fields[i].name == name {
			return &fields[i]
		}
	}
	for i := range fields {
		if strings.EqualFold(fields[i].name, name) {
			return &fields[i]
		}
	}
	return nil
}

func (d *decoder) structure(v reflect.Value) {
	t := v.Type()
	fields, known := d.fields[t]
	if !known {
		fields = fieldsOf(t)
		d.fields[t] = fields
	}
	structName, path := d.structName, d.path
	d.each('}', func() {
		name := d.string()
		d.peek()
		d.at++
		f := find(fields, name)
		if f == nil {
			if d.knownOnly {
				d.save(fmt.Errorf("json: unknown field %q", name))
			}
			d.skip()
			return
		}
		part := v
		for _, i := range f.index {
			if part.Kind() == reflect.Pointer {
				if part.IsNil() {
					if !part.CanSet() {
						d.save(fmt.Errorf("json: cannot set embedded pointer to unexported struct: %v", part.Type().Elem()))
						d.skip()
						return
					}
					part.Set(reflect.New(part.Type().Elem()))
				}
				part = part.Elem()
			}
			part = part.Field(i)
		}
		d.structName = t.Name()
		d.path = append(append([]string(nil), path...), f.name)
		if f.quoted {
			d.quoted(part)
		} else {
			d.decode(part)
		}
		d.structName, d.path = structName, path
	})
}

// quoted reads a value that stands in quotes.
func (d *decoder) quoted(v reflect.Value) {
	if d.peek() != '"' {
		if text := d.skip(); string(text) != "null" {
			d.save(fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal unquoted value into %v", v.Type()))
		} else {
			(&decoder{reader: reader{data: text}}).literal(v)
		}
		return
	}
	text := d.string()
	if check([]byte(text)) != nil {
		d.save(fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal %q into %v", text, v.Type()))
		return
	}
	inner := &decoder{reader: reader{data: []byte(text)}}
	inner.literal(v)
	if inner.saved != nil {
		d.save(fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal %q into %v", text, v.Type()))
	}
}

// list reads an array into a slice or an array.
func (d *decoder) list(v reflect.Value) {
	n := 0
	isSlice := v.Kind() == reflect.Slice
	d.each(']', func() {
		if isSlice {
			if n >= v.Cap() {
				made := reflect.MakeSlice(v.Type(), n, max(4, n+n/2))
				reflect.Copy(made, v)
				v.Set(made)
			}
			if n >= v.Len() {
				v.SetLen(n + 1)
			}
		}
		if n < v.Len() {
			d.decode(v.Index(n))
		} else {
			d.skip()
		}
		n++
	})
	switch {
	case !isSlice:
		for ; n < v.Len(); n++ {
			v.Index(n).SetZero()
		}
	case n == 0:
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	default:
		v.SetLen(n)
	}
}

// literal reads a string, number, bool or null.
func (d *decoder) literal(v reflect.Value) {
	c := d.peek()
	custom, text, v := settle(v, c == 'n')
	start := d.at
	switch {
	case custom != nil:
		if err := custom.UnmarshalJSON(d.skip()); err != nil {
			d.save(err)
		}
	case text != nil && c == '"':
		if err := text.UnmarshalText([]byte(d.string())); err != nil {
			d.save(err)
		}
	case text != nil:
		name := "number"
		if c == 't' || c == 'f' {
			name = "bool"
		}
		d.skip()
		d.misfit(name, reflect.TypeOf(text).Elem(), d.at)
	case c == 'n':
		d.skip()
		switch v.Kind() {
		case reflect.Interface, reflect.Pointer, reflect.Map, reflect.Slice:
			v.SetZero()
		}
	case c == 't' || c == 'f':
		value := string(d.skip()) == "true"
		switch {
		case v.Kind() == reflect.Bool:
			v.SetBool(value)
		case v.Kind() == reflect.Interface && v.NumMethod() == 0:
			v.Set(reflect.ValueOf(value))
		default:
			d.misfit("bool", v.Type(), d.at)
		}
	case c == '"':
		d.intoString(v, start)
	default:
		d.intoNumber(v, string(d.skip()))
	}
}

func (d *decoder) intoString(v reflect.Value, start int) {
	value := d.string()
	switch k := v.Kind(); {
	case k == reflect.String:
		if v.Type() == numberType && !isNumber(value) {
			panic(jsonError{fmt.Errorf("json: invalid number literal, trying to unmarshal %q into Number", d.data[start:d.at])})
		}
		v.SetString(value)
	case k == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8:
		bytes, bad := unbase64(value)
		if bad >= 0 {
			d.save(base64Error(bad))
			return
		}
		v.SetBytes(bytes)
	case k == reflect.Interface && v.NumMethod() == 0:
		v.Set(reflect.ValueOf(value))
	default:
		d.misfit("string", v.Type(), d.at)
	}
}

func (d *decoder) intoNumber(v reflect.Value, text string) {
	k := v.Kind()
	switch {
	case k == reflect.Interface && v.NumMethod() == 0:
		n, err := d.number(text)
		if err != nil {
			d.save(err)
			return
		}
		v.Set(reflect.ValueOf(n))
		return
	case v.CanInt():
		n, err := strconv.ParseInt(text, 10, 64)
		if err == nil && !v.OverflowInt(n) {
			v.SetInt(n)
			return
		}
	case v.CanUint():
		n, err := strconv.ParseUint(text, 10, 64)
		if err == nil && !v.OverflowUint(n) {
			v.SetUint(n)
			return
		}
	case v.CanFloat():
		f, err := strconv.ParseFloat(text, v.Type().Bits())
		if err == nil && !v.OverflowFloat(f) {
			v.SetFloat(f)
			return
		}
	case k == reflect.String && v.Type() == numberType:
		v.SetString(text)
		return
	default:
		d.misfit("number", v.Type(), d.at)
		return
	}
	d.misfit("number "+text, v.Type(), d.at)
}
