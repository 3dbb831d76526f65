package reflect

import (
	"internal/raw"
	"strconv"
	"unsafe"
)

// StructField is one field of a struct type.
type StructField struct {
	Name      string
	PkgPath   string
	Type      Type
	Tag       StructTag
	Offset    uintptr
	Index     []int
	Anonymous bool
}

func (f StructField) IsExported() bool { return f.PkgPath == "" }

func (t *rtype) NumField() int {
	t.need(Struct, "NumField")
	return t.number(raw.Fields, 0)
}

func (t *rtype) Field(i int) StructField {
	t.need(Struct, "Field")
	if i < 0 || i >= t.NumField() {
		panic("reflect: Field index out of bounds")
	}
	return StructField{
		Name:      t.text(raw.FieldName, i),
		PkgPath:   t.text(raw.FieldPackage, i),
		Type:      t.part(raw.FieldType, i),
		Tag:       StructTag(t.text(raw.FieldTag, i)),
		Offset:    uintptr(t.number(raw.FieldOffset, i)),
		Index:     []int{i},
		Anonymous: t.number(raw.FieldIsEmbedded, i) != 0,
	}
}

// FieldByName finds a field, also of embedded structs: the one that is least deep.
func (t *rtype) FieldByName(name string) (StructField, bool) {
	t.need(Struct, "FieldByName")
	type place struct {
		t     Type
		index []int
	}
	level := []place{{t, nil}}
	seen := map[Type]bool{}
	for len(level) > 0 {
		var next []place
		var found []StructField
		for _, at := range level {
			if seen[at.t] {
				continue
			}
			seen[at.t] = true
			for i := 0; i < at.t.NumField(); i++ {
				f := at.t.Field(i)
				f.Index = append(append([]int(nil), at.index...), i)
				if f.Name == name {
					found = append(found, f)
				}
				inner := f.Type
				if f.Anonymous && inner.Kind() == Pointer {
					inner = inner.Elem()
				}
				if f.Anonymous && inner.Kind() == Struct {
					next = append(next, place{inner, f.Index})
				}
			}
		}
		if len(found) > 0 {
			return found[0], len(found) == 1
		}
		level = next
	}
	return StructField{}, false
}

// VisibleFields gives all fields, those of embedded structs too.
func VisibleFields(t Type) []StructField {
	var all []StructField
	for i := 0; i < t.NumField(); i++ {
		all = append(all, t.Field(i))
	}
	return all
}

// StructTag is the string behind a field: key:"value" pairs.
type StructTag string

func (tag StructTag) Get(key string) string {
	value, _ := tag.Lookup(key)
	return value
}

func (tag StructTag) Lookup(key string) (value string, ok bool) {
	rest := string(tag)
	for {
		for rest != "" && rest[0] == ' ' {
			rest = rest[1:]
		}
		at := 0
		for at < len(rest) && rest[at] > ' ' && rest[at] != ':' && rest[at] != '"' && rest[at] != 0x7f {
			at++
		}
		if at == 0 || at+1 >= len(rest) || rest[at] != ':' || rest[at+1] != '"' {
			return "", false
		}
		name := rest[:at]
		rest = rest[at+1:]
		at = 1
		for at < len(rest) && rest[at] != '"' {
			if rest[at] == '\\' {
				at++
			}
			at++
		}
		if at >= len(rest) {
			return "", false
		}
		quoted := rest[:at+1]
		rest = rest[at+1:]
		if name == key {
			value, err := strconv.Unquote(quoted)
			return value, err == nil
		}
	}
}

// Method is one exported method of a type.
type Method struct {
	Name    string
	PkgPath string
	Type    Type // without receiver: hmaplab's methods differ from Go's here
	Func    Value
	Index   int
}

func (m Method) IsExported() bool { return m.PkgPath == "" }

func (t *rtype) Method(i int) Method {
	if i < 0 || i >= t.NumMethod() {
		panic("reflect: Method index out of range")
	}
	return Method{Name: t.text(raw.MethodName, i), Type: t.part(raw.MethodType, i), Index: i}
}

func (t *rtype) MethodByName(name string) (Method, bool) {
	for i := 0; i < t.NumMethod(); i++ {
		if t.text(raw.MethodName, i) == name {
			return t.Method(i), true
		}
	}
	return Method{}, false
}

// methodFunction gives what runs the i-th method: a function value.
func methodFunction(t unsafe.Pointer, i int) unsafe.Pointer {
	return raw.TypePart(t, raw.MethodFunction, i)
}
