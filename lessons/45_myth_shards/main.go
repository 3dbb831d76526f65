package main

import (
	"fmt"
	"sync"
)

type cache struct {
	shards [64]*sync.Map
}

func (c *cache) shard(key string) *sync.Map {
	return c.shards[len(key)%64]
}

func main() {
	var c cache
	fmt.Println("shards:", len(c.shards))
	c.shard("ann").Store("ann", 1)
	fmt.Println(c.shard("ann").Load("ann"))
}
