// Package unsafe on real layouts: sizes, offsets, pointers as numbers, strings and slices made of pointers, and a map's own header.
package main

import (
	"fmt"
	"unsafe"
)

type inner struct {
	a int8
	b int64
	c int16
}

type outer struct {
	flag bool
	in   inner
	s    string
	list []int
	m    map[string]int
	f    func()
	any  interface{}
	arr  [3]uint16
	p    *inner
	last byte
}

type empty struct{}

type hmap struct {
	count     int
	flags     uint8
	B         uint8
	noverflow uint16
	hash0     uint32
	buckets   unsafe.Pointer
	old       unsafe.Pointer
	nevacuate uintptr
	extra     unsafe.Pointer
}

const size = unsafe.Sizeof(outer{})

var array [unsafe.Sizeof(inner{})]byte

func sizes() {
	var o outer
	fmt.Println(size, len(array), unsafe.Alignof(o), unsafe.Alignof(o.in.c), unsafe.Alignof(o.flag))
	fmt.Println(unsafe.Offsetof(o.flag), unsafe.Offsetof(o.in), unsafe.Offsetof(o.in.b), unsafe.Offsetof(o.s), unsafe.Offsetof(o.list),
		unsafe.Offsetof(o.m), unsafe.Offsetof(o.f), unsafe.Offsetof(o.any), unsafe.Offsetof(o.arr), unsafe.Offsetof(o.p), unsafe.Offsetof(o.last))
	fmt.Println(unsafe.Sizeof(empty{}), unsafe.Sizeof(o.m), unsafe.Sizeof(o.s), unsafe.Sizeof(o.any), unsafe.Sizeof(o.list), unsafe.Sizeof(hmap{}),
		unsafe.Sizeof(struct {
			a int32
			b struct{}
		}{}), unsafe.Sizeof([0]int{}), unsafe.Sizeof('x'), unsafe.Sizeof(1.0), unsafe.Sizeof("literal"), unsafe.Sizeof(uintptr(0)))
}

func walk() {
	xs := []int32{10, 20, 30, 40}
	p := unsafe.Pointer(&xs[0])
	for i := 0; i < len(xs); i++ {
		fmt.Print(*(*int32)(unsafe.Add(p, i*4)), " ")
	}
	q := unsafe.Pointer(uintptr(p) + 2*unsafe.Sizeof(xs[0]))
	*(*int32)(q) = 33
	fmt.Println(xs, uintptr(q)-uintptr(p), q == unsafe.Pointer(&xs[2]))
	back := unsafe.Add(unsafe.Pointer(&xs[3]), -12)
	fmt.Println(*(*int32)(back), back == p)
	o := &outer{last: 7}
	o.in.b = -5
	base := unsafe.Pointer(o)
	fmt.Println(*(*int64)(unsafe.Pointer(uintptr(base) + unsafe.Offsetof(o.in) + unsafe.Offsetof(o.in.b))))
	*(*byte)(unsafe.Add(base, unsafe.Offsetof(o.last))) = 9
	fmt.Println(o.last)
}

func reinterpret() {
	f := 1.5
	fmt.Printf("%#x\n", *(*uint64)(unsafe.Pointer(&f)))
	u := uint32(0x3f800000)
	fmt.Println(*(*float32)(unsafe.Pointer(&u)))
	n := uint64(0x0102030405060708)
	fmt.Println(*(*[8]byte)(unsafe.Pointer(&n)))
	bytes := (*[8]byte)(unsafe.Pointer(&n))
	bytes[7] = 0xff
	fmt.Printf("%x\n", n)
	type pair struct{ a, b int32 }
	fmt.Println(*(*pair)(unsafe.Pointer(&n)))
	var np *int
	fmt.Println(unsafe.Pointer(np) == nil, uintptr(unsafe.Pointer(np)))
}

func textAndSlices() {
	b := []byte("hello, world")
	s := unsafe.String(&b[7], 5)
	fmt.Println(s, len(s))
	b[7] = 'W'
	fmt.Println(s)
	fmt.Println(unsafe.StringData(s) == &b[7], unsafe.SliceData(b) == &b[0])
	xs := [5]int{1, 2, 3, 4, 5}
	part := unsafe.Slice(&xs[1], 3)
	part[0] = 22
	part = append(part, 99)
	fmt.Println(part, len(part), xs)
	fmt.Println(unsafe.Slice((*int)(nil), 0) == nil, unsafe.String(nil, 0) == "", unsafe.SliceData([]int(nil)) == nil)
	full := unsafe.Slice(unsafe.SliceData(xs[:2]), 5)
	fmt.Println(full, cap(full))
	h := (*[3]uintptr)(unsafe.Pointer(&part))
	fmt.Println(h[1], h[2])
	h[1] = 2
	fmt.Println(part)
	str := "abcdef"
	(*[2]uintptr)(unsafe.Pointer(&str))[1] = 3
	fmt.Println(str)
	for _, length := range []int64{2, 0} {
		fmt.Println(len(unsafe.Slice(&xs[0], length)))
	}
	z := unsafe.Slice(&struct{}{}, 1<<40)
	fmt.Println(len(z))
}

func try(what string, f func()) {
	defer func() { fmt.Println(what, recover()) }()
	f()
}

func errors() {
	x := 1
	n := -1
	big := int64(1) << 61
	var nothing *int
	var noByte *byte
	c := byte('c')
	try("slice", func() { _ = unsafe.Slice(&x, n) })
	try("slice", func() { _ = unsafe.Slice(&x, big) })
	try("slice", func() { _ = unsafe.Slice(nothing, 1) })
	try("string", func() { _ = unsafe.String(&c, n) })
	try("string", func() { _ = unsafe.String(noByte, 2) })
	try("low page", func() { fmt.Println(*(*int)(unsafe.Pointer(uintptr(0x10)))) })
	try("low page", func() { *(*int)(unsafe.Pointer(uintptr(0xff8))) = 1 })
	try("nil func", func() {
		var f func()
		*(*unsafe.Pointer)(unsafe.Pointer(&f)) = nil
		f()
	})
}

func interfaces() {
	type words struct{ typ, data unsafe.Pointer }
	var a, b interface{} = 1234567, 89
	wa, wb := (*words)(unsafe.Pointer(&a)), (*words)(unsafe.Pointer(&b))
	fmt.Println(wa.typ == wb.typ, *(*int)(wa.data), *(*int)(wb.data))
	var p interface{} = &array
	fmt.Println((*words)(unsafe.Pointer(&p)).data == unsafe.Pointer(&array))
	wa.data = wb.data
	fmt.Println(a)
	var none interface{}
	fmt.Println(*(*words)(unsafe.Pointer(&none)))
}

func maps() {
	m := make(map[int]int)
	h := *(**hmap)(unsafe.Pointer(&m))
	for i := 0; i < 9; i++ {
		m[i] = i * i
	}
	fmt.Println(h.count, h.flags, h.B, h.noverflow, h.old != nil, h.nevacuate, h.buckets != nil)
	h.count = 3
	fmt.Println(len(m), len(m) == h.count)
	h.count = 9
	delete(m, 4)
	fmt.Println(h.count, len(m))
	for i := 9; i < 100; i++ {
		m[i] = i
	}
	fmt.Println(h.count, h.B, h.noverflow < 8)
	e := make(map[string]bool)
	eh := *(**hmap)(unsafe.Pointer(&e))
	fmt.Println(eh.buckets == nil, eh.B, eh.count, eh.hash0 == h.hash0)
	e["x"] = true
	keys := (*[8]string)(unsafe.Pointer(uintptr(eh.buckets) + 8))
	elems := (*[8]bool)(unsafe.Pointer(uintptr(eh.buckets) + 8 + 8*16))
	fmt.Println(keys[0], elems[0], keys[1] == "", *(*uint8)(eh.buckets) >= 5, *(*uint8)(unsafe.Add(eh.buckets, 1)))
	elems[0] = false
	fmt.Println(e)
}

func main() {
	sizes()
	walk()
	reinterpret()
	textAndSlices()
	errors()
	interfaces()
	maps()
}
