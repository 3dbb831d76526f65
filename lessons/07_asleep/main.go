package main

import (
	"fmt"
	"sync"
)

func main() {
	stock := map[string]int{"apple": 5, "pear": 0}
	var mu sync.Mutex
	var done sync.WaitGroup

	sell := func(fruit string) {
		mu.Lock()
		defer mu.Unlock()
		if stock[fruit] == 0 {
			fmt.Println(fruit, "is sold out")
			return // and Done?
		}
		stock[fruit]--
		done.Done()
	}

	done.Add(2)
	go sell("apple")
	go sell("pear")
	done.Wait()
	fmt.Println("never printed")
}
