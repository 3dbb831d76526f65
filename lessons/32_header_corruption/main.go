package main

import (
	"fmt"
	"unsafe"
)

type hmap struct {
	count     int
	flags, B  uint8
	noverflow uint16
	hash0     uint32
	buckets   unsafe.Pointer
}

func look(stock map[int]string, what string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, "recovered:", r)
		}
	}()
	name, ok := stock[2]
	fmt.Println(what, len(stock), name, ok)
}

func main() {
	stock := make(map[int]string)
	h := *(**hmap)(unsafe.Pointer(&stock))
	fmt.Println("flags at", unsafe.Offsetof(h.flags), "B at", unsafe.Offsetof(h.B))
	stock[1], stock[2] = "apples", "pears"
	h.count = -1
	look(stock, "count -1:")
	stock[3] = "plums"
	look(stock, "count -1, one more:")
	h.count, h.B = 3, 64
	look(stock, "B 64:")
	buckets := h.buckets
	h.B, h.buckets = 4, nil
	look(stock, "no buckets:")
	h.B, h.buckets, h.flags = 0, buckets, 4
	look(stock, "flags 4:")
}
