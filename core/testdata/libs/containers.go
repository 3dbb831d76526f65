// Packages container/list, heap and ring, hash/fnv, os and io.
package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"unicode/utf8"
)

type cache struct {
	limit int
	order *list.List
	items map[string]*list.Element
}

type entry struct {
	key   string
	value int
}

func (c *cache) put(key string, value int) {
	if e, ok := c.items[key]; ok {
		e.Value.(*entry).value = value
		c.order.MoveToFront(e)
		return
	}
	c.items[key] = c.order.PushFront(&entry{key, value})
	if c.order.Len() > c.limit {
		last := c.order.Back()
		delete(c.items, last.Value.(*entry).key)
		c.order.Remove(last)
	}
}

type ints []int

func (h ints) Len() int           { return len(h) }
func (h ints) Less(i, j int) bool { return h[i] < h[j] }
func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ints) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

func show(l *list.List) {
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len())
}

func main() {
	c := &cache{limit: 2, order: list.New(), items: map[string]*list.Element{}}
	c.put("a", 1)
	c.put("b", 2)
	c.put("a", 3)
	c.put("c", 4)
	for e := c.order.Front(); e != nil; e = e.Next() {
		fmt.Print(*e.Value.(*entry), " ")
	}
	fmt.Println(len(c.items), c.items["b"] == nil)
	var l list.List
	four := l.PushBack(4)
	one := l.PushFront(1)
	l.InsertBefore(3, four)
	l.InsertAfter(2, one)
	show(&l)
	l.MoveToBack(one)
	l.MoveBefore(four, l.Front())
	l.MoveAfter(four, l.Back())
	show(&l)
	l.PushBackList(&l)
	l.PushFrontList(&l)
	show(&l)
	fmt.Println(l.Remove(one), l.Remove(one), one.Next(), l.InsertAfter(9, one))
	l.Init()
	fmt.Println(l.Front(), l.Back(), l.Len())

	h := &ints{5, 2, 8}
	heap.Init(h)
	heap.Push(h, 3)
	(*h)[0] = 10
	heap.Fix(h, 0)
	fmt.Println(heap.Remove(h, 1))
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()
	r := ring.New(4)
	for i := 0; i < r.Len(); i++ {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(v any) { fmt.Print(v, " ") })
	gone := r.Unlink(2)
	fmt.Println(r.Len(), gone.Len(), r.Move(1).Value, r.Prev().Value)

	for _, text := range []string{"", "a", "hello", "世界"} {
		a, b, x, y := fnv.New32(), fnv.New32a(), fnv.New64(), fnv.New64a()
		a.Write([]byte(text))
		b.Write([]byte(text))
		x.Write([]byte(text))
		io.WriteString(y, text)
		fmt.Println(a.Sum32(), b.Sum32(), x.Sum64(), y.Sum64(), y.Sum(nil), b.Size())
	}
	for _, s := range []string{"", "a", "é", "世", "\U0001F600", "\xff", "\xe4\xb8", "a\xff", "\xf0\x9f\x98", "\xc0\x80", "\xed\xa0\x80", "\ufffd", "\ufffdx", "ab", "\xe4", "\xf5abc"} {
		r1, n1 := utf8.DecodeRuneInString(s)
		r2, n2 := utf8.DecodeLastRuneInString(s)
		r3, n3 := utf8.DecodeRune([]byte(s))
		fmt.Println(r1, n1, r2, n2, r3, n3, utf8.RuneCountInString(s), utf8.ValidString(s), utf8.Valid([]byte(s)), utf8.FullRuneInString(s), utf8.FullRune([]byte(s)))
	}
	fmt.Println(utf8.RuneLen('a'), utf8.RuneLen('世'), utf8.RuneLen(-1), utf8.ValidRune(0xd800), utf8.AppendRune(nil, 'é'), utf8.RuneStart(0x80))
	buf := make([]byte, 4)
	fmt.Println(utf8.EncodeRune(buf, '世'), buf)

	fmt.Fprintln(os.Stderr, "to stderr")
	fmt.Fprintf(os.Stdout, "%d %s\n", 42, os.Getenv("HMAPLAB_NOT_SET"))
	_, found := os.LookupEnv("HMAPLAB_NOT_SET")
	fmt.Println(found, len(os.Args), os.Stdout.Name())
	n, err := os.Stdin.Read(buf)
	fmt.Println(n, err)
	os.Stdout.WriteString("written\n")
	err = &os.PathError{Op: "open", Path: "x", Err: os.ErrNotExist}
	fmt.Println(err, errors.Is(err, os.ErrNotExist), os.IsNotExist(err))
	defer fmt.Println("never")
	os.Exit(7)
}
