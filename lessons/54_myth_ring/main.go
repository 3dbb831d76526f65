package main

import "fmt"

// A good hash: one user differs from the next everywhere.
func hash(n int) uint32 {
	h := uint32(n) * 0x9e3779b1
	h = (h ^ h>>15) * 0x85ebca6b
	return h ^ h>>13
}

func remainder(user, shards int) int {
	return 1 + int(hash(user))%shards
}

// The owner of the next point; each shard has 16.
func onRing(user, shards int) int {
	nearest, owner := ^uint32(0), 0
	for point := 0; point < 16*shards; point++ {
		way := hash(1000+point) - hash(user)
		if way < nearest {
			nearest, owner = way, 1+point/16
		}
	}
	return owner
}

func settle(home map[int]int, rule func(int, int) int, shards int) {
	moved := 0
	for user := 1; user <= 8; user++ {
		shard := rule(user, shards)
		if home[user] != shard {
			home[user] = shard
			moved++
		}
	}
	fmt.Println("shards:", shards, "moved:", moved)
}

func main() {
	modulo, ring := map[int]int{}, map[int]int{}
	settle(modulo, remainder, 4)
	settle(modulo, remainder, 5)
	settle(ring, onRing, 4)
	settle(ring, onRing, 5)
}
