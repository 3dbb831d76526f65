package json

import (
	"encoding"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Unmarshaler is what reads its own JSON text.
type Unmarshaler interface {
	UnmarshalJSON([]byte) error
}

// UnmarshalTypeError says which JSON value does not fit which Go type.
type UnmarshalTypeError struct {
	Value  string
	Type   reflect.Type
	Offset int64
	Struct string
	Field  string
}

func (e *UnmarshalTypeError) Error() string {
	if e.Struct != "" || e.Field != "" {
		return "json: cannot unmarshal " + e.Value + " into Go struct field " + e.Struct + "." + e.Field + " of type " + e.Type.String()
	}
	return "json: cannot unmarshal " + e.Value + " into Go value of type " + e.Type.String()
}

type InvalidUnmarshalError struct {
	Type reflect.Type
}

func (e *InvalidUnmarshalError) Error() string {
	if e.Type == nil {
		return "json: Unmarshal(nil)"
	}
	if e.Type.Kind() != reflect.Pointer {
		return "json: Unmarshal(non-pointer " + e.Type.String() + ")"
	}
	return "json: Unmarshal(nil " + e.Type.String() + ")"
}

// decoder reads a checked text into values. The first value that does not fit is remembered, the rest is read all the same.
type decoder struct {
	reader
	saved      error
	structName string   // of the struct whose field is being read
	path       []string // the names of the fields that lead there
	useNumber  bool
	knownOnly  bool
	fields     map[reflect.Type][]field
}

// Unmarshal reads a JSON text into what v points to.
func Unmarshal(data []byte, v any) error {
	if err := check(data); err != nil {
		return err
	}
	d := &decoder{reader: reader{data: data}}
	return d.into(v)
}

func (d *decoder) into(v any) (err error) {
	target := reflect.ValueOf(v)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		return &InvalidUnmarshalError{reflect.TypeOf(v)}
	}
	d.fields = map[reflect.Type][]field{}
	defer func() {
		if r := recover(); r != nil {
			failure, ok := r.(jsonError)
			if !ok {
				panic(r)
			}
			err = failure.error
		}
	}()
	d.decode(target)
	return d.saved
}

func (d *decoder) save(err error) {
	if d.saved == nil {
		d.saved = err
	}
}

// misfit notes that a value does not fit.
func (d *decoder) misfit(value string, t reflect.Type, offset int) {
	d.save(&UnmarshalTypeError{Value: value, Type: t, Offset: int64(offset), Struct: d.structName, Field: strings.Join(d.path, ".")})
}

// settle follows pointers, making what they lack, down to a value or to one that reads its own text. For null it stops at a
// pointer that can be set to nil.
func settle(v reflect.Value, isNull bool) (Unmarshaler, encoding.TextUnmarshaler, reflect.Value) {
	if v.Kind() != reflect.Pointer && v.Type().Name() != "" && v.CanAddr() {
		v = v.Addr()
	}
	for {
		if v.Kind() == reflect.Interface && !v.IsNil() {
			inner := v.Elem()
			if inner.Kind() == reflect.Pointer && !inner.IsNil() && (!isNull || inner.Elem().Kind() == reflect.Pointer) {
				v = inner
				continue
			}
		}
		if v.Kind() != reflect.Pointer || isNull && v.CanSet() {
			return nil, nil, v
		}
		if v.Elem().Kind() == reflect.Interface && v.Elem().Elem().Kind() == reflect.Pointer && v.Elem().Elem().Pointer() == v.Pointer() {
			return nil, nil, v.Elem()
		}
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		if v.Type().NumMethod() > 0 && v.CanInterface() {
			if u, ok := v.Interface().(Unmarshaler); ok {
				return u, nil, reflect.Value{}
			}
			if u, ok := v.Interface().(encoding.TextUnmarshaler); ok && !isNull {
				return nil, u, reflect.Value{}
			}
		}
		v = v.Elem()
	}
}

// skip passes over one value and gives its text.
func (d *decoder) skip() []byte {
	d.blanks()
	start := d.at
	d.value()
	return d.data[start:d.at]
}

// decode reads the next value into v; the zero Value takes anything.
func (d *decoder) decode(v reflect.Value) {
	c := d.peek()
	if !v.IsValid() {
		d.skip()
		return
	}
	if c != '{' && c != '[' {
		d.literal(v)
		return
	}
	custom, text, v := settle(v, false)
	start := d.at
	if custom != nil {
		if err := custom.UnmarshalJSON(d.skip()); err != nil {
			d.save(err)
		}
		return
	}
	name := "array"
	if c == '{' {
		name = "object"
	}
	if text != nil {
		d.misfit(name, reflect.TypeOf(text), start+1)
		d.skip()
		return
	}
	if v.Kind() == reflect.Interface && v.NumMethod() == 0 {
		v.Set(reflect.ValueOf(d.any()))
		return
	}
	switch k := v.Kind(); {
	case c == '{' && k == reflect.Map:
		d.mapping(v)
	case c == '{' && k == reflect.Struct:
		d.structure(v)
	case c == '[' && (k == reflect.Slice || k == reflect.Array):
		d.list(v)
	default:
		d.misfit(name, v.Type(), start+1)
		d.skip()
	}
}

// any reads a value as what fits best: map[string]any, []any, float64, string, bool, nil.
func (d *decoder) any() any {
	switch d.peek() {
	case '{':
		m := map[string]any{}
		d.each('}', func() {
			key := d.string()
			d.peek()
			d.at++
			m[key] = d.any()
		})
		return m
	case '[':
		list := []any{}
		d.each(']', func() { list = append(list, d.any()) })
		return list
	case '"':
		return d.string()
	case 't', 'f':
		return string(d.skip()) == "true"
	case 'n':
		d.skip()
		return nil
	}
	text := string(d.skip())
	n, err := d.number(text)
	if err != nil {
		d.save(err)
	}
	return n
}

func (d *decoder) number(text string) (any, error) {
	if d.useNumber {
		return Number(text), nil
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return nil, &UnmarshalTypeError{Value: "number " + text, Type: reflect.TypeOf(0.0), Offset: int64(d.at)}
	}
	return f, nil
}

// each calls read for each element between the brackets.
func (d *decoder) each(end byte, read func()) {
	d.at++
	for d.peek() != end {
		read()
		if d.peek() == ',' {
			d.at++
			d.blanks()
		}
	}
	d.at++
}

// string reads a string literal.
func (d *decoder) string() string {
	d.blanks()
	d.at++
	var text []byte
	for d.data[d.at] != '"' {
		c := d.data[d.at]
		if c != '\\' {
			r, size := utf8.DecodeRune(d.data[d.at:])
			text = append(text, string(r)...)
			d.at += size
			continue
		}
		d.at += 2
		switch e := d.data[d.at-1]; e {
		case 'u':
			text = append(text, string(d.codePoint())...)
		case 'b':
			text = append(text, '\b')
		case 'f':
			text = append(text, '\f')
		case 'n':
			text = append(text, '\n')
		case 'r':
			text = append(text, '\r')
		case 't':
			text = append(text, '\t')
		default:
			text = append(text, e)
		}
	}
	d.at++
	return string(text)
}

// codePoint reads the digits of \u, and a second half of a surrogate pair.
func (d *decoder) codePoint() rune {
	r := d.fourDigits()
	if r < 0xd800 || r > 0xdfff {
		return r
	}
	if r < 0xdc00 && d.data[d.at] == '\\' && d.data[d.at+1] == 'u' {
		before := d.at
		d.at += 2
		if low := d.fourDigits(); low >= 0xdc00 && low <= 0xdfff {
			return (r-0xd800)<<10 | (low - 0xdc00) + 0x10000
		}
		d.at = before
	}
	return utf8.RuneError
}

func (d *decoder) fourDigits() (r rune) {
	for n := 0; n < 4; n++ {
		r = r<<4 | hexadecimal(d.data[d.at])
		d.at++
	}
	return r
}
