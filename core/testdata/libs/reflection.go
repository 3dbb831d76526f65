// Package reflect.
package main

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"sort"
	"unsafe"
)

type inner struct {
	X int
}

type shape interface {
	Area() float64
}

type square struct {
	inner
	Side  float64 `json:"side,omitempty" xml:"s"`
	Name  string
	notes map[string]int
	Next  *square
	Any   any
}

func (s square) Area() float64            { return s.Side * s.Side }
func (s *square) Grow(by float64) float64 { s.Side += by; return s.Side }
func (s square) Join(sep string, parts ...string) string {
	text := s.Name
	for _, p := range parts {
		text += sep + p
	}
	return text
}

type celsius float64
type names []string
type counts map[string]int

func (c counts) Total() (n int) {
	for _, v := range c {
		n += v
	}
	return n
}

func try(what string, f func()) {
	defer func() {
		r := recover()
		if err, ok := r.(error); ok {
			fmt.Printf("%s: %T %v\n", what, r, err)
			return
		}
		fmt.Printf("%s: %v\n", what, r)
	}()
	f()
}

func describe(t reflect.Type) {
	fmt.Print(t, "|", t.Name(), "|", t.Kind(), "|", t.Size(), "|", t.Align(), "|", t.Comparable(), "|", t.NumMethod(), "|", t.PkgPath())
	switch t.Kind() {
	case reflect.Map:
		fmt.Print(" key ", t.Key(), " elem ", t.Elem())
	case reflect.Slice, reflect.Pointer, reflect.Chan:
		fmt.Print(" elem ", t.Elem())
	case reflect.Array:
		fmt.Print(" ", t.Len(), " of ", t.Elem())
	case reflect.Func:
		for i := 0; i < t.NumIn(); i++ {
			fmt.Print(" in ", t.In(i))
		}
		for i := 0; i < t.NumOut(); i++ {
			fmt.Print(" out ", t.Out(i))
		}
		fmt.Print(" ", t.IsVariadic())
	case reflect.Struct:
		for i := 0; i < t.NumField(); i++ {
			f := t.Field(i)
			fmt.Print(" [", f.Name, " ", f.Type, " ", f.Offset, " ", f.Tag, " ", f.PkgPath, " ", f.Anonymous, " ", f.Index, " ", f.IsExported(), "]")
		}
	}
	fmt.Println()
}

func main() {
	values := []any{1, int8(-5), uint16(7), 3.5, float32(2.5), "text", true, []int{1, 2}, []int(nil), map[string]int{"a": 1}, map[string]int(nil), &inner{3}, (*inner)(nil), square{Side: 2, Name: "q"},
		[3]bool{true}, func(a int, b ...string) error { return nil }, celsius(3), names{"x"}, counts{"k": 2}, struct{}{}, errors.New("e"), (chan int)(nil), uintptr(9), unsafe.Pointer(nil), 'x', byte(1), [0]int{}, struct{ A, B any }{1, nil}}
	for _, v := range values {
		t := reflect.TypeOf(v)
		describe(t)
		rv := reflect.ValueOf(v)
		fmt.Print("  ", rv.Kind(), " ", rv.Type() == t, " ", rv.CanSet(), rv.CanAddr(), rv.CanInterface(), " ", rv.IsZero(), " ", rv.CanInt(), rv.CanUint(), rv.CanFloat(), " ", rv.IsValid(), " ", rv.NumMethod())
		switch rv.Kind() {
		case reflect.Slice, reflect.Map, reflect.String, reflect.Array:
			fmt.Print(" len ", rv.Len())
		}
		switch rv.Kind() {
		case reflect.Slice, reflect.Map, reflect.Pointer:
			fmt.Print(" nil ", rv.IsNil())
		}
		if rv.Kind() != reflect.Func && rv.Kind() != reflect.Chan && rv.Kind() != reflect.Pointer {
			fmt.Print(" ", rv.Interface(), " ", rv)
		}
		fmt.Println(" " + reflect.ValueOf(1).String())
	}
	fmt.Println(reflect.TypeOf(nil), reflect.ValueOf(nil).IsValid(), reflect.ValueOf(nil), reflect.ValueOf(nil).Kind())
	st := reflect.TypeOf(square{})
	side, _ := st.FieldByName("Side")
	fmt.Println(side.Tag.Get("json"), side.Tag.Get("xml"), side.Tag.Get("none"))
	fmt.Println(side.Tag.Lookup("xml"))
	x, ok := st.FieldByName("X")
	fmt.Println(x.Name, x.Index, ok)
	_, ok = st.FieldByName("nothing")
	fmt.Println(ok)
	for i := 0; i < reflect.TypeOf(&square{}).NumMethod(); i++ {
		fmt.Print(reflect.TypeOf(&square{}).Method(i).Name, " ")
	}
	shapeType := reflect.TypeOf((*shape)(nil)).Elem()
	errorType := reflect.TypeOf((*error)(nil)).Elem()
	fmt.Println(shapeType, shapeType.Kind(), st.Implements(shapeType), reflect.PointerTo(st).Implements(shapeType), reflect.TypeOf(1).Implements(shapeType), reflect.TypeOf(errors.New("")).Implements(errorType))
	fmt.Println(st.AssignableTo(shapeType), reflect.TypeOf(1).AssignableTo(reflect.TypeOf(2.0)), reflect.TypeOf([]string{}).AssignableTo(reflect.TypeOf(names{})), reflect.TypeOf(names{}).AssignableTo(reflect.TypeOf([]string{})),
		reflect.TypeOf(1).ConvertibleTo(reflect.TypeOf("")), reflect.TypeOf("").ConvertibleTo(reflect.TypeOf(1)), reflect.TypeOf(celsius(0)).ConvertibleTo(reflect.TypeOf(1)), reflect.TypeOf(celsius(0)).AssignableTo(reflect.TypeOf(1.0)))
	byType := map[reflect.Type]string{reflect.TypeOf(1): "int", reflect.TypeOf(""): "string", st: "square"}
	fmt.Println(byType[reflect.TypeOf(7)], byType[reflect.TypeOf(square{})], byType[reflect.TypeOf(2.0)] == "")

	n := 5
	pn := reflect.ValueOf(&n).Elem()
	pn.SetInt(42)
	fmt.Println(n, pn.CanSet(), pn.CanAddr(), pn.Addr().Interface() == &n)
	s := square{Side: 2, Name: "sq", notes: map[string]int{"n": 1}}
	ps := reflect.ValueOf(&s).Elem()
	ps.FieldByName("Name").SetString("renamed")
	ps.Field(1).SetFloat(3)
	ps.FieldByName("X").SetInt(9)
	ps.FieldByName("Any").Set(reflect.ValueOf("any"))
	ps.FieldByName("Next").Set(reflect.ValueOf(&square{Name: "next"}))
	fmt.Println(s.Name, s.Side, s.X, s.Any, s.Next.Name, ps.NumField(), ps.FieldByName("missing").IsValid())
	fmt.Println(reflect.ValueOf(s).Method(0).Call(nil)[0].Float(), reflect.ValueOf(&s).MethodByName("Grow").Call([]reflect.Value{reflect.ValueOf(1.5)})[0], s.Side)
	fmt.Println(reflect.ValueOf(s).MethodByName("Join").Call([]reflect.Value{reflect.ValueOf("-"), reflect.ValueOf("a"), reflect.ValueOf("b")})[0])
	fmt.Println(reflect.ValueOf(counts{"a": 1, "b": 2}).MethodByName("Total").Call(nil)[0].Int())
	add := func(a, b int8, c string) (int, string, error) { return int(a + b), c + "!", errors.New("err") }
	for _, r := range reflect.ValueOf(add).Call([]reflect.Value{reflect.ValueOf(int8(1)), reflect.ValueOf(int8(-3)), reflect.ValueOf("hey")}) {
		fmt.Print(r, " ", r.Type(), ";")
	}
	fmt.Println()
	captured := 10
	reflect.ValueOf(func(d int) { captured += d }).Call([]reflect.Value{reflect.ValueOf(5)})
	fmt.Println(captured)

	m := map[string]int{"a": 1, "b": 2}
	rm := reflect.ValueOf(m)
	fmt.Println(rm.MapIndex(reflect.ValueOf("a")), rm.MapIndex(reflect.ValueOf("zz")).IsValid(), rm.Len())
	rm.SetMapIndex(reflect.ValueOf("c"), reflect.ValueOf(3))
	rm.SetMapIndex(reflect.ValueOf("a"), reflect.Value{})
	fmt.Println(m)
	keys := rm.MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
	for _, k := range keys {
		fmt.Print(k.String(), "=", rm.MapIndex(k).Int(), " ")
	}
	sum := int64(0)
	for it := rm.MapRange(); it.Next(); {
		sum += it.Value().Int() + int64(len(it.Key().String()))
	}
	fmt.Println(sum)
	made := reflect.MakeMap(reflect.TypeOf(map[string]int{}))
	made.SetMapIndex(reflect.ValueOf("new"), reflect.ValueOf(1))
	fmt.Println(made.Interface().(map[string]int)["new"], made.Len())
	anyMap := map[any]any{1: "one"}
	reflect.ValueOf(anyMap).SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf(2.5))
	fmt.Println(len(anyMap), anyMap["k"])
	rm.Clear()
	fmt.Println(len(m))

	list := reflect.ValueOf([]int{1, 2, 3})
	list.Index(1).SetInt(20)
	list = reflect.Append(list, reflect.ValueOf(4))
	list = reflect.AppendSlice(list, reflect.ValueOf([]int{5, 6}))
	fmt.Println(list, list.Len(), list.Slice(1, 3), reflect.Zero(reflect.TypeOf(s)).Field(2), reflect.New(reflect.TypeOf(1)).Elem().Int())
	ms := reflect.MakeSlice(reflect.TypeOf([]string{}), 2, 5)
	ms.Index(0).SetString("x")
	fmt.Println(ms.Interface(), ms.Cap(), reflect.Copy(ms, reflect.ValueOf([]string{"p", "q", "r"})), ms)
	swap := reflect.Swapper([]string{"a"})
	_ = swap
	two := []string{"a", "b"}
	reflect.Swapper(two)(0, 1)
	fmt.Println(two)
	fmt.Println(reflect.ValueOf(65).Convert(reflect.TypeOf("")), reflect.ValueOf(3.9).Convert(reflect.TypeOf(1)), reflect.ValueOf("hé").Convert(reflect.TypeOf([]byte{})), reflect.ValueOf(7).Convert(reflect.TypeOf(celsius(0))).Type(),
		reflect.ValueOf([]string{"z"}).Convert(reflect.TypeOf(names{})).Type(), reflect.ValueOf(300).Convert(reflect.TypeOf(int8(0))))
	var iface any = &n
	fmt.Println(reflect.ValueOf(&iface).Elem().Kind(), reflect.ValueOf(&iface).Elem().Elem().Elem().Int(), reflect.Indirect(reflect.ValueOf(&n)).Int())

	nan := math.NaN()
	cyc := &square{}
	cyc.Next = cyc
	cyc2 := &square{}
	cyc2.Next = cyc2
	f := func() {}
	pairs := [][2]any{{1, 1}, {1, 2}, {1, int8(1)}, {nil, nil}, {nil, 1}, {[]int{1}, []int{1}}, {[]int{}, []int(nil)}, {map[string]int{}, map[string]int(nil)}, {map[string][]int{"a": {1}}, map[string][]int{"a": {1}}},
		{map[string]int{"a": 1}, map[string]int{"b": 1}}, {nan, nan}, {[]float64{nan}, []float64{nan}}, {map[float64]int{nan: 1}, map[float64]int{nan: 1}}, {cyc, cyc2}, {&n, &n}, {f, f}, {(func())(nil), (func())(nil)}, {errors.New("a"), errors.New("a")},
		{[]any{1, "x", nil}, []any{1, "x", nil}}, {square{Side: 1}, square{Side: 1}}, {[2]int{1, 2}, [2]int{1, 2}}}
	for _, p := range pairs {
		fmt.Print(reflect.DeepEqual(p[0], p[1]), " ")
	}
	mnan := map[float64]int{nan: 1}
	fmt.Println(reflect.DeepEqual(mnan, mnan))

	try("int of string", func() { reflect.ValueOf("x").Int() })
	try("zero", func() { reflect.Value{}.Int() })
	try("zero type", func() { reflect.Value{}.Type() })
	try("mapindex", func() { reflect.ValueOf(1).MapIndex(reflect.ValueOf(1)) })
	try("mapindex key", func() { reflect.ValueOf(map[string]int{}).MapIndex(reflect.ValueOf(1)) })
	try("setmapindex key", func() { reflect.ValueOf(map[string]int{}).SetMapIndex(reflect.ValueOf(1), reflect.ValueOf(1)) })
	try("setmapindex elem", func() { reflect.ValueOf(map[string]int{}).SetMapIndex(reflect.ValueOf("a"), reflect.ValueOf("b")) })
	try("nil map", func() { reflect.ValueOf(map[string]int(nil)).SetMapIndex(reflect.ValueOf("a"), reflect.ValueOf(1)) })
	try("unhashable", func() { reflect.ValueOf(map[any]int{}).SetMapIndex(reflect.ValueOf([]int{}), reflect.ValueOf(1)) })
	try("unaddressable", func() { reflect.ValueOf(1).SetInt(1) })
	try("unexported", func() { reflect.ValueOf(&s).Elem().FieldByName("notes").Set(reflect.ValueOf(map[string]int{})) })
	try("unexported interface", func() { reflect.ValueOf(s).FieldByName("notes").Interface() })
	try("set type", func() { reflect.ValueOf(&n).Elem().Set(reflect.ValueOf("x")) })
	try("set zero", func() { reflect.ValueOf(&n).Elem().Set(reflect.Value{}) })
	try("setstring", func() { reflect.ValueOf(&n).Elem().SetString("x") })
	try("index", func() { reflect.ValueOf([]int{1}).Index(1) })
	try("array index", func() { reflect.ValueOf([1]int{1}).Index(-1) })
	try("string index", func() { reflect.ValueOf("a").Index(3) })
	try("index kind", func() { reflect.ValueOf(1).Index(0) })
	try("len", func() { reflect.ValueOf(1).Len() })
	try("len ptr", func() { reflect.ValueOf(&n).Len() })
	try("elem", func() { reflect.ValueOf(1).Elem() })
	try("type elem", func() { reflect.TypeOf(1).Elem() })
	try("key", func() { reflect.TypeOf(1).Key() })
	try("type len", func() { reflect.TypeOf(1).Len() })
	try("numfield", func() { reflect.TypeOf(1).NumField() })
	try("field", func() { reflect.TypeOf(1).Field(0) })
	try("field range", func() { reflect.TypeOf(s).Field(10) })
	try("value field", func() { reflect.ValueOf(1).Field(0) })
	try("value field range", func() { reflect.ValueOf(s).Field(99) })
	try("isnil", func() { reflect.ValueOf(1).IsNil() })
	try("addr", func() { reflect.ValueOf(1).Addr() })
	try("call few", func() { reflect.ValueOf(add).Call(nil) })
	try("call many", func() { reflect.ValueOf(f).Call([]reflect.Value{reflect.ValueOf(1)}) })
	try("call type", func() { reflect.ValueOf(add).Call([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf(1), reflect.ValueOf(1)}) })
	try("call int", func() { reflect.ValueOf(1).Call(nil) })
	try("call panics", func() { reflect.ValueOf(func() { panic("inside") }).Call(nil) })
	try("convert", func() { reflect.ValueOf("x").Convert(reflect.TypeOf(1)) })
	try("makemap", func() { reflect.MakeMap(reflect.TypeOf(1)) })
	try("makeslice", func() { reflect.MakeSlice(reflect.TypeOf([]int{}), -1, 0) })
	try("iter", func() { reflect.ValueOf(map[int]int{}).MapRange().Key() })
	try("iter end", func() { it := reflect.ValueOf(map[int]int{}).MapRange(); it.Next(); it.Next() })
	try("maprange", func() { reflect.ValueOf(1).MapRange() })
	try("mapkeys", func() { reflect.ValueOf([]int{}).MapKeys() })
	try("method", func() { reflect.ValueOf(s).Method(9) })
	try("swapper", func() { reflect.Swapper(1) })
	try("new nil", func() { reflect.New(nil) })
	try("bool", func() { reflect.ValueOf(1).Bool() })
	try("append", func() { reflect.Append(reflect.ValueOf([]int{}), reflect.ValueOf("x")) })
	fmt.Println(reflect.ValueOf([]reflect.Value{reflect.ValueOf(1)}).Len(), []reflect.Value{reflect.ValueOf("s")})
	fmt.Printf("%v %d %s %T %v\n", reflect.ValueOf(5), reflect.ValueOf(5), reflect.ValueOf("s"), reflect.ValueOf(5), reflect.Map)
	reflect.ValueOf(map[string]bool(nil)).SetMapIndex(reflect.ValueOf("x"), reflect.ValueOf(true))
}
