package main

import "fmt"

// A good hash: one user differs from the next everywhere.
func hash(n uint32) uint32 {
	n *= 0x9e3779b1
	n = (n ^ n>>15) * 0x85ebca6b
	return n ^ n>>13
}

// The shard that owns the next of all points on the ring; each has 16.
func onRing(user uint32, shards uint32) uint32 {
	nearest, owner := ^uint32(0), uint32(0)
	for point := uint32(0); point < 16*shards; point++ {
		if distance := hash(1000+point) - hash(user); distance < nearest {
			nearest, owner = distance, point/16
		}
	}
	return owner
}

func main() {
	moved := map[string]int{}
	for user := uint32(0); user < 10; user++ {
		if hash(user)%4 != hash(user)%5 {
			moved["modulo"]++
		}
		if onRing(user, 4) != onRing(user, 5) {
			moved["ring"]++
		}
	}
	fmt.Println("of 10 users moved:", moved)
}
