package main

import (
	"fmt"
	"sync"
)

type counter struct {
	mu   sync.RWMutex
	hits map[string]int
}

func (c *counter) get(page string) int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.hits[page]
}

func (c *counter) hit(page string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.hits[page]++
}

func main() {
	c := &counter{hits: map[string]int{}}
	var wg sync.WaitGroup
	wg.Add(2)
	for _, page := range []string{"home", "shop"} {
		go func() {
			defer wg.Done()
			c.hit(page)
		}()
	}
	fmt.Println("open")
	c.mu.Lock()
	c.hits["start"] = 1
	c.mu.Unlock()
	wg.Wait()
	fmt.Println("pages:", len(c.hits))
}
