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
		defer done.Done()
		mu.Lock()
		defer mu.Unlock()
		if stock[fruit] == 0 {
			fmt.Println(fruit, "is sold out")
			return
		}
		stock[fruit]--
	}

	done.Add(2)
	go sell("apple")
	go sell("pear")
	done.Wait()
	fmt.Println("the shop closes")
}
