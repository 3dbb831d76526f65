package main

import (
	"fmt"
	"strings"
)

type Animal interface {
	Name() string
	Sound() string
}
type Walker interface{ Walk() string }
type Pet interface {
	Animal
	Walker
	fmt.Stringer
}
type Base struct {
	name string
	tags map[string]bool
}

func (b *Base) Name() string  { return b.name }
func (b Base) Walk() string   { return b.name + " walks" }
func (b *Base) Tag(t string)  { if b.tags == nil { b.tags = map[string]bool{} }; b.tags[t] = true }

type Dog struct {
	*Base
	Age int
}

func (d Dog) Sound() string  { return "woof" }
func (d Dog) String() string { return fmt.Sprintf("Dog(%s,%d)", d.name, d.Age) }

type Cat struct {
	Base
	Lives int
}

func (c *Cat) Sound() string  { return strings.Repeat("meow ", c.Lives) }
func (c *Cat) String() string { return "Cat(" + c.Name() + ")" }
func (c *Cat) Walk() string   { return c.Base.Walk() + " silently" }

type Kennel struct {
	Pets map[string]Pet
	log  []string
}

func (k *Kennel) Add(ps ...Pet) *Kennel {
	if k.Pets == nil {
		k.Pets = make(map[string]Pet)
	}
	for i := range ps {
		k.Pets[ps[i].Name()] = ps[i]
		k.log = append(k.log, "add "+ps[i].String())
	}
	return k
}

func describe(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case Dog:
		return "dog " + x.name
	case *Cat:
		return fmt.Sprint("cat with ", x.Lives, " lives")
	case interface{ Walk() string }:
		return "walker"
	case int, int64:
		return fmt.Sprintf("number %v", x)
	case error:
		return "error " + x.Error()
	case func() string:
		return "func " + x()
	case []int:
		return fmt.Sprint(len(x), " ints")
	case map[string]int:
		return fmt.Sprint("map of ", len(x))
	default:
		return fmt.Sprintf("other %T", x)
	}
}

func main() {
	d := Dog{&Base{name: "Rex"}, 3}
	c := &Cat{Base{name: "Tom"}, 2}
	k := new(Kennel).Add(d, c)
	d.Tag("good")
	c.Tag("bad")
	fmt.Println(k.Pets, k.log, d.tags, c.tags)
	for _, n := range []string{"Rex", "Tom", "None"} {
		if p, ok := k.Pets[n]; ok {
			fmt.Println(p.Sound(), "|", p.Walk())
		} else {
			fmt.Println("no", n, p == nil)
		}
	}
	f := d.Sound
	g := (*Cat).Walk
	h := Dog.String
	fmt.Println(f(), g(c), h(d))
	for _, v := range []any{nil, d, c, Base{}, 5, int64(6), fmt.Errorf("e"), f, []int{1}, map[string]int{}, 1.5, &d, struct{ A int }{1}} {
		fmt.Println(describe(v))
	}
	fmt.Printf("%v %+v\n", d, *c)
	fmt.Printf("%+v\n", struct {
		Cat
		X *int
	}{Cat: *c})
	var w Walker
	defer func() { fmt.Println("recovered:", recover()) }()
	w.Walk()
}
