package main

import "fmt"

type Sem chan struct{}

func (s Sem) Acquire() { s <- struct{}{} }
func (s Sem) Release() { <-s }

type Group struct {
	n    int
	errs chan error
}

func (g *Group) Go(f func() error) {
	g.n++
	go func() { g.errs <- f() }()
}
func (g *Group) Wait() (first error) {
	for ; g.n > 0; g.n-- {
		if err := <-g.errs; err != nil && first == nil {
			first = err
		}
	}
	return
}

type Counter struct {
	inc chan int
	get chan chan int
}

func NewCounter() *Counter {
	c := &Counter{make(chan int), make(chan chan int)}
	go func() {
		total := 0
		for {
			select {
			case n := <-c.inc:
				total += n
			case r := <-c.get:
				r <- total
			}
		}
	}()
	return c
}

func main() {
	s := make(Sem, 2)
	done := make(chan bool)
	active, max := 0, 0
	mu := make(chan bool, 1)
	for i := 0; i < 6; i++ {
		go func() {
			s.Acquire()
			mu <- true
			active++
			if active > max {
				max = active
			}
			<-mu
			mu <- true
			active--
			<-mu
			s.Release()
			done <- true
		}()
	}
	for range 6 {
		<-done
	}
	fmt.Println(max <= 2, max > 0)
	g := Group{errs: make(chan error)}
	for i := range 5 {
		g.Go(func() error {
			if i == 3 {
				return fmt.Errorf("job %d failed", i)
			}
			return nil
		})
	}
	fmt.Println(g.Wait())
	c := NewCounter()
	for i := 1; i <= 10; i++ {
		c.inc <- i
	}
	r := make(chan int)
	c.get <- r
	fmt.Println(<-r)
	ping, pong := make(chan int), make(chan int)
	go func() {
		for v := range ping {
			pong <- v + 1
		}
		close(pong)
	}()
	v := 0
	for i := 0; i < 5; i++ {
		ping <- v
		v = <-pong
	}
	close(ping)
	_, ok := <-pong
	fmt.Println(v, ok)
	// FIFO of senders
	q := make(chan int)
	ready := make(chan bool)
	for i := 0; i < 3; i++ {
		go func() {
			ready <- true
			q <- i
		}()
		<-ready
	}
	sum := 0
	for range 3 {
		sum += <-q
	}
	fmt.Println(sum)
}
