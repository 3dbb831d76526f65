package main

import (
	"fmt"
	"sync"
)

type cache struct {
	shards [64]sync.Map
}

func (c *cache) shard(key string) *sync.Map {
	return &c.shards[len(key)%64]
}

func main() {
	c := new(cache)
	c.shard("ann").Store("ann", 1)
	fmt.Println(c.shard("ann").Load("ann"))
	c.shard("bobby").Store("bobby", 2)
	fmt.Println(c.shard("bobby").Load("bobby"))
}
