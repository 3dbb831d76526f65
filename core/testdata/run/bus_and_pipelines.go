package main

import (
	"fmt"
	"sync"
	"time"
)

type Event struct {
	Topic string
	Data  any
}
type Bus struct {
	mu   sync.RWMutex
	subs map[string][]chan Event
	wg   sync.WaitGroup
}

func (b *Bus) Sub(topic string, f func(Event)) {
	ch := make(chan Event, 8)
	b.mu.Lock()
	if b.subs == nil {
		b.subs = map[string][]chan Event{}
	}
	b.subs[topic] = append(b.subs[topic], ch)
	b.mu.Unlock()
	b.wg.Add(1)
	go func() {
		defer b.wg.Done()
		for e := range ch {
			f(e)
		}
	}()
}
func (b *Bus) Pub(topic string, d any) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, ch := range b.subs[topic] {
		ch <- Event{topic, d}
	}
}
func (b *Bus) Close() {
	b.mu.Lock()
	for t, chs := range b.subs {
		for _, c := range chs {
			close(c)
		}
		delete(b.subs, t)
	}
	b.mu.Unlock()
	b.wg.Wait()
}

func gen(n int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := 1; i <= n; i++ {
			c <- i
		}
	}()
	return c
}
func sq(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			out <- v * v
		}
	}()
	return out
}
func merge(cs ...<-chan int) <-chan int {
	var wg sync.WaitGroup
	out := make(chan int)
	wg.Add(len(cs))
	for _, c := range cs {
		go func(c <-chan int) {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}(c)
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

type TTL[K comparable, V any] struct {
	mu sync.Mutex
	m  map[K]struct {
		v   V
		exp time.Time
	}
}

func (t *TTL[K, V]) Set(k K, v V, d time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.m == nil {
		t.m = make(map[K]struct {
			v   V
			exp time.Time
		})
	}
	t.m[k] = struct {
		v   V
		exp time.Time
	}{v, time.Now().Add(d)}
}
func (t *TTL[K, V]) Get(k K) (v V, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	e, ok := t.m[k]
	if !ok || time.Now().After(e.exp) {
		delete(t.m, k)
		return v, false
	}
	return e.v, true
}

func main() {
	var b Bus
	var mu sync.Mutex
	sums := map[string]int{}
	for i := range 3 {
		b.Sub("num", func(e Event) {
			mu.Lock()
			sums[fmt.Sprint("s", i)] += e.Data.(int)
			mu.Unlock()
		})
	}
	for i := range 5 {
		b.Pub("num", i)
	}
	b.Pub("none", 1)
	b.Close()
	fmt.Println(sums)
	total := 0
	for v := range merge(sq(gen(3)), sq(gen(4))) {
		total += v
	}
	fmt.Println(total)
	var c TTL[string, int]
	c.Set("a", 1, 30*time.Millisecond)
	fmt.Println(c.Get("a"))
	time.Sleep(50 * time.Millisecond)
	fmt.Println(c.Get("a"))
	done := make(chan struct{})
	results := make(chan string)
	go func() {
		defer close(results)
		for i := 0; ; i++ {
			select {
			case <-done:
				return
			case results <- fmt.Sprint("r", i):
			}
		}
	}()
	fmt.Println(<-results, <-results)
	close(done)
	for range results {
	}
	sem := make(chan struct{}, 2)
	var active, most int
	var wg sync.WaitGroup
	for range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem <- struct{}{}
			mu.Lock()
			active++
			most = max(most, active)
			mu.Unlock()
			time.Sleep(5 * time.Millisecond)
			mu.Lock()
			active--
			mu.Unlock()
			<-sem
		}()
	}
	wg.Wait()
	fmt.Println(most)
	timeout := time.After(20 * time.Millisecond)
	never := make(chan int)
	select {
	case <-never:
	case <-timeout:
		fmt.Println("timeout")
	}
	select {
	case v, ok := <-never:
		fmt.Println(v, ok)
	default:
		fmt.Println("default")
	}
	cond := sync.NewCond(&mu)
	ready := false
	go func() { mu.Lock(); ready = true; cond.Broadcast(); mu.Unlock() }()
	mu.Lock()
	for !ready {
		cond.Wait()
	}
	mu.Unlock()
	var nilCh chan int
	go func() { time.Sleep(time.Millisecond); panic(fmt.Sprintf("boom %v", nilCh == nil)) }()
	<-nilCh
}
