package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

type Address struct {
	Street string `json:"street"`
	Zip    *int   `json:"zip,omitempty"`
}
type Person struct {
	Name    string            `json:"name"`
	Age     int               `json:"age,omitempty"`
	Emails  []string          `json:"emails"`
	Addr    *Address          `json:"addr,omitempty"`
	Meta    map[string]any    `json:"meta"`
	Labels  map[string]string `json:"labels,omitempty"`
	private int
	Skip    string `json:"-"`
	Score   float64
}

func main() {
	zip := 12345
	p := Person{Name: "Ann", Emails: []string{"a@b.c"}, Addr: &Address{"Main", &zip}, Meta: map[string]any{"z": 1, "a": []int{1, 2}, "n": nil}, Score: 1.5}
	b, err := json.Marshal(p)
	fmt.Println(string(b), err)
	b, _ = json.MarshalIndent(map[int]string{2: "b", 1: "a", 10: "<c>"}, "", "  ")
	fmt.Println(string(b))
	var q Person
	err = json.Unmarshal([]byte(`{"name":"Bob","age":7,"emails":null,"meta":{"k":[1,"x",true,null,{"d":1e3}]},"labels":{"x":"y"},"unknown":1,"SCORE":2}`), &q)
	fmt.Printf("%+v %v\n", q, err)
	var anyv any
	json.Unmarshal([]byte(`{"b":[1,2,{"c":"\u00e9\n"}],"a":-1.5e-7}`), &anyv)
	fmt.Println(anyv)
	m := anyv.(map[string]any)
	fmt.Printf("%T %T %v\n", m["b"], m["a"], m["b"].([]any)[2].(map[string]any)["c"])
	for _, bad := range []string{`{"name":5}`, `{`, `[1,]`, `{"age":"x"}`, `nul`, `{"a" 1}`, ``, `{"age":1.5}`} {
		var r Person
		err := json.Unmarshal([]byte(bad), &r)
		fmt.Printf("%s => %v (%T)\n", bad, err, err)
	}
	_, err = json.Marshal(map[string]any{"c": make(chan int)})
	fmt.Println(err)
	_, err = json.Marshal(map[bool]int{true: 1})
	fmt.Println(err)
	dec := json.NewDecoder(strings.NewReader(`{"x":1} {"x":2} [`))
	for {
		var v map[string]int
		if err := dec.Decode(&v); err != nil {
			fmt.Println(err)
			break
		}
		fmt.Println(v)
	}
	enc := json.NewEncoder(os.Stdout)
	enc.SetIndent(">", " ")
	enc.Encode(map[string]any{"list": []string{}, "empty": map[string]int{}, "s": "a\"b\\<&>\t"})
	type K struct{ A, B int }
	fmt.Println(json.Valid([]byte(`{"a":[]}`)), json.Valid([]byte(`{a:1}`)))
	raw := json.RawMessage(`{"pre":1}`)
	b, err = json.Marshal(struct {
		R json.RawMessage
		K
		B []byte
		T [2]bool
		I interface{}
	}{R: raw, B: []byte("hi")})
	fmt.Println(string(b), err)
}
