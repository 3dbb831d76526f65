// Package encoding/json.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"strings"
)

type Base struct {
	ID   int `json:"id"`
	Name string
}

type Extra struct {
	Name string
	Note string `json:"note,omitempty"`
}

type Item struct {
	Base
	*Extra
	Price   float64           `json:"price"`
	Tags    []string          `json:"tags"`
	Attrs   map[string]any    `json:"attrs,omitempty"`
	Skip    int               `json:"-"`
	Dash    int               `json:"-,"`
	Ptr     *int              `json:"ptr,omitempty"`
	Quoted  int64             `json:"quoted,string"`
	When    Level             `json:"level"`
	Counts  map[Level]int     `json:"counts"`
	Raw     json.RawMessage   `json:"raw,omitempty"`
	Any     any               `json:"any"`
	hidden  int
	Nested  map[string]map[int]bool
	Bytes   []byte
	Arr     [2]int8
	Custom  Temp
	Iface   error             `json:"iface,omitempty"`
}

type Level int

func (l Level) MarshalText() ([]byte, error) {
	if l < 0 {
		return nil, errors.New("negative level")
	}
	return []byte("L" + fmt.Sprint(int(l))), nil
}

func (l *Level) UnmarshalText(text []byte) error {
	n, err := strconv.Atoi(strings.TrimPrefix(string(text), "L"))
	*l = Level(n)
	return err
}

type Temp struct{ deg float64 }

func (t Temp) MarshalJSON() ([]byte, error) { return []byte(fmt.Sprintf(`{ "deg" : %g }`, t.deg)), nil }
func (t *Temp) UnmarshalJSON(data []byte) error {
	var m map[string]float64
	if err := json.Unmarshal(data, &m); err != nil {
		return err
	}
	t.deg = m["deg"]
	return nil
}

type Tree struct {
	Left, Right *Tree `json:",omitempty"`
	V           int
}

type Bad struct{ C chan int }

func show(v any) {
	text, err := json.Marshal(v)
	fmt.Printf("%s %v\n", text, err)
	if err != nil {
		fmt.Printf("  %T\n", err)
	}
}

func read(text string, v any) {
	err := json.Unmarshal([]byte(text), v)
	fmt.Printf("%q -> %v", text, err)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		fmt.Print(" at ", syntax.Offset)
	}
	var typ *json.UnmarshalTypeError
	if errors.As(err, &typ) {
		fmt.Print(" ", typ.Value, " ", typ.Type, " ", typ.Struct, " ", typ.Field)
	}
	fmt.Println()
}

func main() {
	n := 7
	for _, v := range []any{nil, true, 1, -5, uint8(200), 1.0, 0.1, 1e20, 1e21, 1e-6, 1e-7, 123456789.125, float32(0.1), float32(1e21), "plain", "q\"\\/\b\f\n\r\t\x01\x7f<>&\u2028é世\xff", []int{}, []int(nil), []any{1, "a", nil},
		map[string]int{"b": 2, "a": 1, "<": 3}, map[string]int(nil), map[int]string{10: "x", 9: "y", -1: "z"}, map[uint8]bool{1: true}, map[Level]int{2: 1, 1: 2}, [3]int{1, 2, 3}, []byte("hello"), []byte{}, []byte(nil), [2]byte{1, 2}, &n, (*int)(nil), struct{}{},
		struct {
			A int
			b int
			C string `json:"c"`
		}{1, 2, "x"}, json.Number("12.50"), json.Number(""), json.RawMessage(`{"a" : 1}`), Temp{3.5}, &Temp{1}, Level(3), []Level{1, 2}, map[string]any{"x": map[string]any{"y": []any{1.5, nil}}}, Tree{Left: &Tree{V: 1}, V: 2}, &Tree{V: 3}} {
		show(v)
	}
	item := Item{Base: Base{1, "base"}, Extra: &Extra{Name: "extra"}, Price: 2.5, Attrs: map[string]any{"k": 1}, Ptr: &n, Quoted: 5, Counts: map[Level]int{1: 2}, Any: []int{1}, Nested: map[string]map[int]bool{"n": {3: true}}, Arr: [2]int8{1, -2}}
	show(item)
	text, err := json.MarshalIndent(item, ">", "  ")
	fmt.Println(string(text), err)
	text, _ = json.MarshalIndent(map[string]any{"empty": []int{}, "obj": map[string]int{}, "list": []int{1, 2}}, "", "\t")
	fmt.Println(string(text))
	for _, v := range []any{(chan int)(nil), func() {}, map[bool]int{true: 1}, map[float64]int{}, math.NaN(), math.Inf(-1), Bad{}, []any{1, (chan int)(nil)}, map[string]any{"f": func() {}}, Level(-1), map[Level]int{-1: 1}, json.Number("1x"), json.RawMessage(`{bad`), map[[1]int]int{}, map[struct{}]int{}} {
		show(v)
	}
	loop := map[string]any{}
	loop["self"] = loop
	_, err = json.Marshal(loop)
	fmt.Println(err)
	tree := &Tree{}
	tree.Left = tree
	_, err = json.Marshal(tree)
	fmt.Println(err)

	for _, text := range []string{`null`, `true`, ` 12 `, `-0.5e+3`, `"a\u00e9\n\ud83d\ude00\ud800x"`, `[1,"a",null,[],{}]`, `{"a":{"b":[1,2]},"c":null,"a":5}`, `{}`, `1e999`} {
		var v any
		read(text, &v)
		fmt.Printf("  %v %T\n", v, v)
	}
	for _, text := range []string{``, ` `, `{`, `[`, `"abc`, `{"a"`, `{"a":`, `{"a":1`, `{"a":1,`, `{"a":1,}`, `[1,]`, `[1 2]`, `{"a" 1}`, `{a:1}`, `{1:2}`, `tru`, `trux`, `nul`, `falsy`, `01`, `1.`, `1.x`, `1e`, `1e+x`, `-`, `-x`, `+1`, `.5`, `"\x"`, `"\u12g4"`, "\"a\nb\"", `1 2`, `{} x`, `[1}`, `{"a":1]`, `'a'`, `"`, "\x00", `]`, `,`, `{,}`, `é`, `{"a":1 "b":2}`, `nan`} {
		var v any
		read(text, &v)
		fmt.Println(json.Valid([]byte(text)))
	}
	var m map[string]int
	read(`null`, &m)
	fmt.Println(m == nil)
	read(`{"x":1,"y":2}`, &m)
	fmt.Println(m)
	read(`{"y":3,"z":null}`, &m)
	fmt.Println(m)
	read(`{"bad":"text","ok":4,"big":1.5}`, &m)
	fmt.Println(m)
	read(`null`, &m)
	fmt.Println(m == nil)
	var im map[int8]string
	read(`{"1":"a","-2":"b"}`, &im)
	read(`{"300":"a"}`, &im)
	read(`{"x":"a"}`, &im)
	fmt.Println(im)
	var lm map[Level]bool
	read(`{"L5":true}`, &lm)
	fmt.Println(lm)
	var bm map[bool]int
	read(`{"true":1}`, &bm)
	list := []int{9, 8, 7}
	read(`[1,2]`, &list)
	fmt.Println(list, len(list))
	read(`[]`, &list)
	fmt.Println(list == nil, len(list))
	read(`null`, &list)
	fmt.Println(list == nil)
	read(`[1,"x",3]`, &list)
	fmt.Println(list)
	var arr [2]int
	read(`[1,2,3]`, &arr)
	fmt.Println(arr)
	read(`[5]`, &arr)
	fmt.Println(arr)
	var p *int
	read(`5`, &p)
	fmt.Println(*p)
	read(`null`, &p)
	fmt.Println(p)
	var back Item
	source := `{"id":3,"Name":"deep","note":"n","price":1.25,"tags":["a","b"],"attrs":{"k":[1]},"-":4,"Skip":9,"ptr":8,"quoted":"77","level":"L4","counts":{"L1":1},"raw":{"x": [1, 2]},"any":{"z":1},"Nested":{"q":{"5":true}},"Bytes":"aGk=","Arr":[1,2],"Custom":{"deg":2},"unknown":{"deep":[{}]}}`
	read(source, &back)
	fmt.Println(back.ID, back.Base.Name, back.Extra, back.Price, back.Tags, back.Attrs, back.Dash, back.Skip, *back.Ptr, back.Quoted, int(back.When), len(back.Counts), string(back.Raw), back.Any, back.Nested, string(back.Bytes), back.Arr, back.Custom.deg)
	var ci struct {
		FooBar int
		Foo    int `json:"FOO"`
	}
	read(`{"foobar":1,"foo":2}`, &ci)
	fmt.Println(ci)
	var num int8
	for _, text := range []string{`5`, `300`, `1.5`, `"5"`, `true`, `[1]`, `{"a":1}`, `null`, `-129`} {
		read(text, &num)
	}
	fmt.Println(num)
	var u uint
	read(`-1`, &u)
	var f32 float32
	read(`1e50`, &f32)
	var str string
	read(`5`, &str)
	var flag bool
	read(`"x"`, &flag)
	var iface error
	read(`"x"`, &iface)
	read(`{}`, &iface)
	var deep struct{ A struct{ B []struct{ C int } } }
	read(`{"A":{"B":[{"C":1},{"C":"x"}]}}`, &deep)
	fmt.Println(deep)
	var bs []byte
	read(`"!!"`, &bs)
	var jn json.Number
	read(`12.5`, &jn)
	fmt.Println(jn)
	fmt.Println(jn.Int64())
	read(`1`, nil)
	read(`1`, num)
	read(`1`, (*int)(nil))
	var q struct {
		N int  `json:",string"`
		B bool `json:",string"`
	}
	read(`{"N":"5","B":"true"}`, &q)
	read(`{"N":5}`, &q)
	read(`{"N":"x"}`, &q)
	fmt.Println(q)
	anything := any(map[string]any{"keep": 1})
	read(`{"a":1}`, &anything)
	fmt.Println(anything)

	var out bytes.Buffer
	fmt.Println(json.Compact(&out, []byte(` { "a" : [ 1 , "x y" ] } `)), out.String())
	out.Reset()
	fmt.Println(json.Indent(&out, []byte(`{"a":[1,{}],"b":[]}`), "", " "), out.String())
	out.Reset()
	json.HTMLEscape(&out, []byte(`"<a>&"`))
	fmt.Println(out.String())
	enc := json.NewEncoder(os.Stdout)
	enc.Encode(map[string]any{"a": "<b>"})
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	enc.Encode(map[string]any{"a": "<b>"})
	dec := json.NewDecoder(strings.NewReader(`{"a":1} [2] "x" 5 {"bad"`))
	for {
		var v any
		err := dec.Decode(&v)
		fmt.Println(v, err)
		if err != nil {
			fmt.Println(err == io.EOF)
			break
		}
	}
	dec = json.NewDecoder(strings.NewReader(`{"ID":1,"Zzz":2}`))
	dec.DisallowUnknownFields()
	var b Base
	fmt.Println(dec.Decode(&b), b)
	dec = json.NewDecoder(strings.NewReader(`{"n":123456789012345678}`))
	dec.UseNumber()
	var nm map[string]any
	fmt.Println(dec.Decode(&nm), nm)
	var nilmap struct{ M map[string]int }
	json.Unmarshal([]byte(`{"M":null}`), &nilmap)
	nilmap.M["x"] = 1
}
