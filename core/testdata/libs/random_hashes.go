// Package hash/maphash: equal where it must be, else as it likes.
package main

import (
	"fmt"
	"hash/maphash"
)

func main() {
	seed := maphash.MakeSeed()
	var h maphash.Hash
	h.SetSeed(seed)
	h.WriteString("he")
	h.Write([]byte("ll"))
	h.WriteByte('o')
	fmt.Println(h.Sum64() == maphash.String(seed, "hello"), maphash.Bytes(seed, []byte("x")) == maphash.String(seed, "x"), maphash.String(seed, "a") != maphash.String(seed, "b"))
	sum := h.Sum64()
	h.Reset()
	fmt.Println(sum != h.Sum64(), h.Seed() == seed, maphash.MakeSeed() != seed, len(h.Sum(nil)), h.Size(), h.BlockSize())
	shards := map[uint64]int{}
	for i := 0; i < 200; i++ {
		shards[maphash.String(seed, fmt.Sprint("key", i))%4]++
	}
	fmt.Println(len(shards))
	var zero maphash.Seed
	maphash.String(zero, "x")
}
