// Package json of hmaplab. Maps are iterated by the engine, so a map that somebody else writes meanwhile kills the program here
// as in Go.
package json

import (
	"bytes"
	"encoding"
	"errors"
	"math"
	"reflect"
	"strconv"
	"unicode/utf8"
)

// Marshaler is what has a JSON text of its own.
type Marshaler interface {
	MarshalJSON() ([]byte, error)
}

type UnsupportedTypeError struct {
	Type reflect.Type
}

func (e *UnsupportedTypeError) Error() string { return "json: unsupported type: " + e.Type.String() }

type UnsupportedValueError struct {
	Value reflect.Value
	Str   string
}

func (e *UnsupportedValueError) Error() string { return "json: unsupported value: " + e.Str }

type MarshalerError struct {
	Type       reflect.Type
	Err        error
	sourceFunc string
}

func (e *MarshalerError) Error() string {
	return "json: error calling " + e.sourceFunc + " for type " + e.Type.String() + ": " + e.Err.Error()
}

func (e *MarshalerError) Unwrap() error { return e.Err }

// jsonError carries an error up through the recursion.
type jsonError struct{ error }

type encoder struct {
	out        []byte
	escapeHTML bool
	pointers   []uintptr // being encoded: maps, slices and pointers
	fields     map[reflect.Type][]field
}

var (
	marshalerType     = reflect.TypeOf((*Marshaler)(nil)).Elem()
	textMarshalerType = reflect.TypeOf((*encoding.TextMarshaler)(nil)).Elem()
)

// Marshal gives the JSON text of a value.
func Marshal(v any) ([]byte, error) { return encode(v, true) }

func encode(v any, escapeHTML bool) (text []byte, err error) {
	e := &encoder{escapeHTML: escapeHTML, fields: map[reflect.Type][]field{}}
	defer func() {
		if r := recover(); r != nil {
			failure, ok := r.(jsonError)
			if !ok {
				panic(r)
			}
			text, err = nil, failure.error
		}
	}()
	e.value(reflect.ValueOf(v), true, false)
	return e.out, nil
}

func (e *encoder) fail(err error)    { panic(jsonError{err}) }
func (e *encoder) write(text string) { e.out = append(e.out, text...) }

// value writes a value; mayCall: its methods are asked first; quoted: numbers stand in quotes.
func (e *encoder) value(v reflect.Value, mayCall, quoted bool) {
	if !v.IsValid() {
		e.write("null")
		return
	}
	if mayCall && e.own(v) {
		return
	}
	switch k := v.Kind(); k {
	case reflect.Bool:
		e.scalar(strconv.FormatBool(v.Bool()), quoted)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		e.scalar(strconv.FormatInt(v.Int(), 10), quoted)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		e.scalar(strconv.FormatUint(v.Uint(), 10), quoted)
	case reflect.Float32, reflect.Float64:
		e.scalar(e.float(v), quoted)
	case reflect.String:
		e.stringValue(v, quoted)
	case reflect.Interface:
		e.value(v.Elem(), true, false)
	case reflect.Pointer:
		if v.IsNil() {
			e.write("null")
			return
		}
		e.enter(v)
		e.value(v.Elem(), true, quoted)
		e.leave()
	case reflect.Struct:
		e.structure(v)
	case reflect.Map:
		e.mapping(v)
	case reflect.Slice:
		e.slice(v)
	case reflect.Array:
		e.elements(v)
	default:
		e.fail(&UnsupportedTypeError{v.Type()})
	}
}

func (e *encoder) scalar(text string, quoted bool) {
	if quoted {
		text = `"` + text + `"`
	}
	e.write(text)
}

// own lets a value write itself.
func (e *encoder) own(v reflect.Value) bool {
	t := v.Type()
	asked := v
	if v.Kind() != reflect.Pointer && v.CanAddr() && !t.Implements(marshalerType) && reflect.PointerTo(t).Implements(marshalerType) {
		asked = v.Addr()
	}
	if asked.Type().Implements(marshalerType) {
		if k := asked.Kind(); (k == reflect.Pointer || k == reflect.Interface) && asked.IsNil() {
			e.write("null")
			return true
		}
		m, ok := asked.Interface().(Marshaler)
		if !ok {
			e.write("null")
			return true
		}
		text, err := m.MarshalJSON()
		if err == nil {
			var out bytes.Buffer
			err = compact(&out, text, e.escapeHTML)
			text = out.Bytes()
		}
		if err != nil {
			e.fail(&MarshalerError{v.Type(), err, "MarshalJSON"})
		}
		e.out = append(e.out, text...)
		return true
	}
	asked = v
	if v.Kind() != reflect.Pointer && v.CanAddr() && !t.Implements(textMarshalerType) && reflect.PointerTo(t).Implements(textMarshalerType) {
		asked = v.Addr()
	}
	if !asked.Type().Implements(textMarshalerType) {
		return false
	}
	if k := asked.Kind(); (k == reflect.Pointer || k == reflect.Interface) && asked.IsNil() {
		e.write("null")
		return true
	}
	text, err := asked.Interface().(encoding.TextMarshaler).MarshalText()
	if err != nil {
		e.fail(&MarshalerError{v.Type(), err, "MarshalText"})
	}
	e.text(string(text))
	return true
}

func (e *encoder) float(v reflect.Value) string {
	f := v.Float()
	size := v.Type().Bits()
	if f != f || math.IsInf(f, 0) {
		e.fail(&UnsupportedValueError{v, strconv.FormatFloat(f, 'g', -1, size)})
	}
	abs := math.Abs(f)
	format := byte('f')
	if abs != 0 && (size == 64 && (abs < 1e-6 || abs >= 1e21) || size == 32 && (float32(abs) < 1e-6 || float32(abs) >= 1e21)) {
		format = 'e'
	}
	text := strconv.FormatFloat(f, format, -1, size)
	if n := len(text); format == 'e' && n >= 4 && text[n-4:n-1] == "e-0" {
		text = text[:n-2] + text[n-1:]
	}
	return text
}

var numberType = reflect.TypeOf(Number(""))

func (e *encoder) stringValue(v reflect.Value, quoted bool) {
	text := v.String()
	if v.Type() == numberType {
		if text == "" {
			text = "0"
		}
		if !isNumber(text) {
			e.fail(errors.New("json: invalid number literal " + strconv.Quote(text)))
		}
		e.scalar(text, quoted)
		return
	}
	if quoted {
		inner := &encoder{escapeHTML: e.escapeHTML}
		inner.text(text)
		text = string(inner.out)
	}
	e.text(text)
}

// text writes a string literal.
func (e *encoder) text(s string) {
	const digits = "0123456789abcdef"
	e.write(`"`)
	for i, r := range s {
		switch {
		case r == '"' || r == '\\':
			e.out = append(e.out, '\\', byte(r))
		case r == '\b':
			e.write(`\b`)
		case r == '\f':
			e.write(`\f`)
		case r == '\n':
			e.write(`\n`)
		case r == '\r':
			e.write(`\r`)
		case r == '\t':
			e.write(`\t`)
		case r < ' ' || e.escapeHTML && (r == '<' || r == '>' || r == '&'):
			e.out = append(e.out, '\\', 'u', '0', '0', digits[r>>4], digits[r&15])
		case r == 0x2028 || r == 0x2029:
			e.out = append(e.out, '\\', 'u', '2', '0', '2', digits[r&15])
		case r == utf8.RuneError && s[i] != 0xef:
			e.write(`\ufffd`)
		default:
			e.write(string(r))
		}
	}
	e.write(`"`)
}

// enter finds out whether a value contains itself.
func (e *encoder) enter(v reflect.Value) {
	p := v.Pointer()
	if len(e.pointers) > 1000 {
		for _, other := range e.pointers {
			if other == p {
				e.fail(&UnsupportedValueError{v, "encountered a cycle via " + v.Type().String()})
			}
		}
	}
	e.pointers = append(e.pointers, p)
}

func (e *encoder) leave() { e.pointers = e.pointers[:len(e.pointers)-1] }

func (e *encoder) structure(v reflect.Value) {
	t := v.Type()
	fields, known := e.fields[t]
	if !known {
		fields = fieldsOf(t)
		e.fields[t] = fields
	}
	next := byte('{')
	for _, f := range fields {
		part, ok := v, true
		for _, i := range f.index {
			if part.Kind() == reflect.Pointer {
				if part.IsNil() {
					ok = false
					break
				}
				part = part.Elem()
			}
			part = part.Field(i)
		}
		if !ok || f.omitEmpty && isEmpty(part) {
			continue
		}
		e.out = append(e.out, next)
		next = ','
		e.text(f.name)
		e.write(":")
		e.value(part, true, f.quoted)
	}
	if next == '{' {
		e.write("{")
	}
	e.write("}")
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct:
		return false
	case reflect.Interface, reflect.Pointer:
		return v.IsNil()
	}
	return v.IsZero()
}

func (e *encoder) slice(v reflect.Value) {
	if v.IsNil() {
		e.write("null")
		return
	}
	element := v.Type().Elem()
	if element.Kind() == reflect.Uint8 {
		pointer := reflect.PointerTo(element)
		if !pointer.Implements(marshalerType) && !pointer.Implements(textMarshalerType) {
			e.write(`"` + base64(v.Bytes()) + `"`)
			return
		}
	}
	e.enter(v)
	e.elements(v)
	e.leave()
}

func (e *encoder) elements(v reflect.Value) {
	e.write("[")
	for i := 0; i < v.Len(); i++ {
		if i > 0 {
			e.write(",")
		}
		e.value(v.Index(i), true, false)
	}
	e.write("]")
}
