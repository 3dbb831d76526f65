package main

import "fmt"

func main() {
	busy := map[int]string{2: "ann", 4: "bob", 6: "eve"}
	calm := map[int]string{9: "joe"}
	shard := func(user int) map[int]string {
		if user > 3 {
			return calm
		}
		return busy
	}
	found := func() (n int) {
		for _, user := range []int{2, 4, 6, 9} {
			if _, ok := shard(user)[user]; ok {
				n++
			}
		}
		return n
	}

	fmt.Println("only routed, found:", found(), "of 4")
	for user, name := range busy {
		if user > 3 {
			calm[user] = name
			delete(busy, user)
		}
	}
	fmt.Println("entries moved too, found:", found(), "of 4")
}
