package json

import (
	"reflect"
	"sort"
	"strings"
	"unicode"
)

// field is a field of a struct as JSON sees it, perhaps of an embedded struct.
type field struct {
	name      string
	tagged    bool
	index     []int
	typ       reflect.Type
	omitEmpty bool
	quoted    bool
}

// fieldsOf gives the fields of a struct type in the order of their places. Of several with one name the least deep counts, then
// the one that a tag names; if that leaves more than one, none.
func fieldsOf(t reflect.Type) []field {
	var all []field
	type place struct {
		typ   reflect.Type
		index []int
	}
	level := []place{{t, nil}}
	seen := map[reflect.Type]bool{}
	for len(level) > 0 {
		var next []place
		for _, at := range level {
			if seen[at.typ] {
				continue
			}
			for i := 0; i < at.typ.NumField(); i++ {
				sf := at.typ.Field(i)
				inner := sf.Type
				if sf.Anonymous && inner.Kind() == reflect.Pointer {
					inner = inner.Elem()
				}
				if !sf.IsExported() && !(sf.Anonymous && inner.Kind() == reflect.Struct) {
					continue
				}
				tag := sf.Tag.Get("json")
				if tag == "-" {
					continue
				}
				name, options, _ := strings.Cut(tag, ",")
				if !goodName(name) {
					name = ""
				}
				index := append(append([]int(nil), at.index...), i)
				if name == "" && sf.Anonymous && inner.Kind() == reflect.Struct {
					next = append(next, place{inner, index})
					continue
				}
				f := field{name: name, tagged: name != "", index: index, typ: sf.Type}
				if name == "" {
					f.name = sf.Name
				}
				for _, option := range strings.Split(options, ",") {
					f.omitEmpty = f.omitEmpty || option == "omitempty"
					f.quoted = f.quoted || option == "string" && isScalar(sf.Type)
				}
				all = append(all, f)
			}
		}
		for _, at := range level {
			seen[at.typ] = true
		}
		level = next
	}
	return dominant(all)
}

func isScalar(t reflect.Type) bool {
	if t.Name() == "" && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	k := t.Kind()
	return k >= reflect.Bool && k <= reflect.Float64 || k == reflect.String
}

func goodName(name string) bool {
	for _, c := range name {
		if !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", c) && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return false
		}
	}
	return name != ""
}

func dominant(all []field) []field {
	var chosen []field
	for i, f := range all {
		wins := true
		for j, other := range all {
			if i != j && other.name == f.name && !less(f, other) {
				wins = false
			}
		}
		if wins {
			chosen = append(chosen, f)
		}
	}
	sort.SliceStable(chosen, func(i, j int) bool {
		a, b := chosen[i].index, chosen[j].index
		for n := 0; n < len(a) && n < len(b); n++ {
			if a[n] != b[n] {
				return a[n] < b[n]
			}
		}
		return len(a) < len(b)
	})
	return chosen
}

// less tells whether f wins over another field of its name.
func less(f, other field) bool {
	if len(f.index) != len(other.index) {
		return len(f.index) < len(other.index)
	}
	return f.tagged && !other.tagged
}
