package json

import (
	"bytes"
	"errors"
	"strconv"
)

// Number is a number as it was written.
type Number string

func (n Number) String() string            { return string(n) }
func (n Number) Float64() (float64, error) { return strconv.ParseFloat(string(n), 64) }
func (n Number) Int64() (int64, error)     { return strconv.ParseInt(string(n), 10, 64) }

func isNumber(s string) bool {
	r := &reader{data: []byte(s)}
	return s != "" && (s[0] == '-' || s[0] >= '0' && s[0] <= '9') && r.number() && r.at == len(s)
}

// RawMessage is a JSON text that is passed on as it is.
type RawMessage []byte

func (m RawMessage) MarshalJSON() ([]byte, error) {
	if m == nil {
		return []byte("null"), nil
	}
	return m, nil
}

func (m *RawMessage) UnmarshalJSON(data []byte) error {
	if m == nil {
		return errors.New("json.RawMessage: UnmarshalJSON on nil pointer")
	}
	*m = append((*m)[0:0], data...)
	return nil
}

// MarshalIndent is Marshal with each element on a line of its own.
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	text, err := Marshal(v)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := Indent(&out, text, prefix, indent); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Compact takes out all blanks that mean nothing.
func Compact(dst *bytes.Buffer, src []byte) error { return compact(dst, src, false) }

func compact(dst *bytes.Buffer, src []byte, escapeHTML bool) error {
	if err := check(src); err != nil {
		return err
	}
	inString := false
	for i := 0; i < len(src); i++ {
		c := src[i]
		switch {
		case !inString && (c == ' ' || c == '\t' || c == '\r' || c == '\n'):
			continue
		case inString && c == '\\':
			dst.WriteByte(c)
			i++
			c = src[i]
		case c == '"':
			inString = !inString
		}
		if escapeHTML && escapeByte(dst, src[i:]) {
			if c == 0xe2 {
				i += 2
			}
			continue
		}
		dst.WriteByte(c)
	}
	return nil
}

// escapeByte writes what must not stand in HTML or in a script as \u….
func escapeByte(dst *bytes.Buffer, rest []byte) bool {
	switch c := rest[0]; {
	case c == '<':
		dst.WriteString(`\u003c`)
	case c == '>':
		dst.WriteString(`\u003e`)
	case c == '&':
		dst.WriteString(`\u0026`)
	case c == 0xe2 && len(rest) > 2 && rest[1] == 0x80 && rest[2]&^1 == 0xa8:
		dst.WriteString(`\u202` + string(rune('8'+rest[2]&1)))
	default:
		return false
	}
	return true
}

func HTMLEscape(dst *bytes.Buffer, src []byte) {
	for i := 0; i < len(src); i++ {
		if !escapeByte(dst, src[i:]) {
			dst.WriteByte(src[i])
		} else if src[i] == 0xe2 {
			i += 2
		}
	}
}

// Indent puts each element on a line of its own, each line with the prefix and as many indents as it is deep.
func Indent(dst *bytes.Buffer, src []byte, prefix, indent string) error {
	if err := check(src); err != nil {
		return err
	}
	depth := 0
	line := func() {
		dst.WriteString("\n" + prefix)
		for n := 0; n < depth; n++ {
			dst.WriteString(indent)
		}
	}
	inString, opened := false, false
	for i := 0; i < len(src); i++ {
		c := src[i]
		if inString {
			dst.WriteByte(c)
			if c == '\\' {
				i++
				dst.WriteByte(src[i])
			}
			inString = c != '"'
			continue
		}
		if c == ' ' || c == '\t' || c == '\r' || c == '\n' {
			continue
		}
		if opened && c != ']' && c != '}' {
			depth++
			line()
		}
		wasOpened := opened
		opened = false
		switch c {
		case '{', '[':
			opened = true
			dst.WriteByte(c)
		case ',':
			dst.WriteByte(c)
			line()
		case ':':
			dst.WriteString(": ")
		case '}', ']':
			if !wasOpened {
				depth--
				line()
			}
			dst.WriteByte(c)
		default:
			inString = c == '"'
			dst.WriteByte(c)
		}
	}
	return nil
}
