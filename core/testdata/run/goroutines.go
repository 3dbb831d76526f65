package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

type Counter struct {
	mu sync.Mutex
	m  map[string]int
}

func (c *Counter) inc(k string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.m[k]++
}

type SafeErr struct {
	sync.Mutex
	errs []error
}

func main() {
	c := Counter{m: map[string]int{}}
	var wg sync.WaitGroup
	for i := 0; i < 20; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 5; j++ {
				c.inc(fmt.Sprint("k", (i+j)%4))
			}
		}()
	}
	wg.Wait()
	fmt.Println(c.m)
	res := make([]int, 10)
	for i := range res {
		wg.Add(1)
		go func(n int) {
			defer wg.Done()
			res[n] = n * n
		}(i)
	}
	wg.Wait()
	fmt.Println(res)
	var once sync.Once
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); once.Do(func() { fmt.Println("once") }) }()
	}
	wg.Wait()
	go func() {
		time.Sleep(30 * time.Millisecond)
		fmt.Println("second")
	}()
	go func() {
		time.Sleep(10 * time.Millisecond)
		fmt.Println("first")
	}()
	time.Sleep(60 * time.Millisecond)
	fmt.Println("third")
	var se SafeErr
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() {
				if r := recover(); r != nil {
					se.Lock()
					defer se.Unlock()
					se.errs = append(se.errs, fmt.Errorf("g: %v", r))
				}
			}()
			if i%2 == 0 {
				panic(errors.New("even"))
			}
		}()
	}
	wg.Wait()
	fmt.Println(len(se.errs), se.errs)
	var l sync.Locker = &c.mu
	l.Lock()
	fmt.Println(c.mu.TryLock())
	l.Unlock()
	fmt.Println(c.mu.TryLock())
	f := wg.Done
	wg.Add(1)
	go f()
	wg.Wait()
	m := map[int]*sync.Mutex{1: {}}
	m[1].Lock()
	m[1].Unlock()
	time.Sleep(5 * time.Millisecond)
	fmt.Println(time.Duration(90*time.Second), time.Duration(1500), 2*time.Hour+3*time.Minute)
}
