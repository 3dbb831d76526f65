package main

import (
	"fmt"
	"unsafe"
)

// What runtime/map.go of Go 1.23 keeps at the beginning of each map.
type header struct {
	count      int
	flags, B   uint8
	noverflow  uint16
	hash0      uint32
	buckets    unsafe.Pointer
	oldbuckets unsafe.Pointer
	nevacuate  uintptr
	extra      unsafe.Pointer
}

func main() {
	stock := make(map[string]int, 10)
	stock["apples"] = 3
	stock["pears"] = 5
	stock["plums"] = 7
	stock["figs"] = 9
	delete(stock, "pears")
	n, ok := stock["plums"]
	fmt.Println("plums:", n, ok)
	n, ok = stock["kiwis"]
	fmt.Println("kiwis:", n, ok)

	h := *(**header)(unsafe.Pointer(&stock))
	fmt.Println(h.count, "entries, B is", h.B, "at byte", unsafe.Offsetof(h.B))
	fmt.Println("extra is the last field, at byte", unsafe.Offsetof(h.extra))
}
