package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	ready := 0
	order := []int{}
	var wg sync.WaitGroup
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			for ready != i+1 {
				c.Wait()
			}
			order = append(order, i)
			ready++
			c.Broadcast()
			mu.Unlock()
		}()
	}
	mu.Lock()
	ready = 1
	mu.Unlock()
	c.Broadcast()
	wg.Wait()
	fmt.Println(order)
	// a bounded queue
	q := []int{}
	notEmpty := sync.NewCond(&mu)
	notFull := sync.NewCond(&mu)
	sum := 0
	for i := 0; i < 3; i++ {
		wg.Add(2)
		go func() {
			defer wg.Done()
			for j := 0; j < 10; j++ {
				mu.Lock()
				for len(q) == 2 {
					notFull.Wait()
				}
				q = append(q, j)
				notEmpty.Signal()
				mu.Unlock()
			}
		}()
		go func() {
			defer wg.Done()
			for j := 0; j < 10; j++ {
				mu.Lock()
				for len(q) == 0 {
					notEmpty.Wait()
				}
				sum += q[0]
				q = q[1:]
				notFull.Signal()
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(sum, len(q))
	c.Signal()
	c.Broadcast()
	var rw sync.RWMutex
	rc := sync.NewCond(rw.RLocker())
	flag := false
	wg.Add(1)
	go func() {
		rc.L.Lock()
		for !flag {
			rc.Wait()
		}
		rc.L.Unlock()
		wg.Done()
	}()
	rw.Lock()
	flag = true
	rw.Unlock()
	for i := 0; i < 3; i++ {
		rc.Broadcast()
	}
	wg.Wait()
	fmt.Println("done")
	p := sync.Pool{New: func() any { return "new" }}
	fmt.Println(p.Get())
	p.Put("a")
	p.Put("b")
	p.Put("c")
	p.Put(nil)
	fmt.Println(p.Get(), p.Get(), p.Get(), p.Get())
	var p2 sync.Pool
	fmt.Println(p2.Get())
	var once sync.Once
	hits := 0
	for i := 0; i < 10; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); once.Do(func() { hits++ }); fmt.Sprint(hits) }()
	}
	wg.Wait()
	fmt.Println(hits)
}
