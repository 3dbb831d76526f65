package main

import (
	"fmt"
	"sync"
	"time"
	"unsafe"
)

const ms = 10 * time.Millisecond

func main() {
	// Order of sleeping.
	out := make(chan int, 10)
	for _, n := range []int{30, 10, 20} {
		go func() {
			time.Sleep(time.Duration(n) * ms)
			out <- n
		}()
	}
	fmt.Println(<-out, <-out, <-out)

	// A timer that goes off, is stopped, is set again.
	t := time.NewTimer(10 * ms)
	fmt.Println(len(t.C), cap(t.C), unsafe.Sizeof(*t))
	<-t.C
	fmt.Println(t.Stop(), t.Reset(5*ms), t.Reset(6*ms))
	<-t.C
	fmt.Println(t.Reset(time.Hour), t.Stop(), t.Stop())
	select {
	case <-t.C:
		fmt.Println("stale")
	default:
		fmt.Println("nothing")
	}

	// No value of the past after Stop or Reset.
	old := time.NewTimer(5 * ms)
	time.Sleep(20 * ms)
	fmt.Println(len(old.C), old.Stop())
	select {
	case <-old.C:
		fmt.Println("stale")
	default:
		fmt.Println("nothing")
	}
	old.Reset(5 * ms)
	time.Sleep(20 * ms)
	fmt.Println(old.Reset(30 * ms))
	begin := time.Now()
	at := <-old.C
	fmt.Println(at.Sub(begin) > 15*ms, time.Since(begin) > 15*ms)

	// Timeouts.
	c := make(chan int)
	select {
	case <-c:
	case <-time.After(10 * ms):
		fmt.Println("timeout")
	}
	go func() { time.Sleep(5 * ms); c <- 1 }()
	select {
	case v := <-c:
		fmt.Println("value", v)
	case <-time.After(2 * time.Second):
		fmt.Println("timeout")
	}

	// AfterFunc.
	var wg sync.WaitGroup
	wg.Add(2)
	f := time.AfterFunc(5*ms, func() { fmt.Println("called"); wg.Done() })
	fmt.Println(f.C == nil)
	time.Sleep(30 * ms)
	fmt.Println(f.Stop(), f.Reset(5*ms))
	wg.Wait()
	g := time.AfterFunc(time.Hour, func() { panic("never") })
	fmt.Println(g.Reset(2*time.Hour), g.Stop(), g.Stop())

	// Tickers.
	tick := time.NewTicker(10 * ms)
	n := 0
	for range tick.C {
		if n++; n == 3 {
			tick.Stop()
			break
		}
	}
	fmt.Println(n, len(tick.C), cap(tick.C))
	tick.Reset(5 * ms)
	a := <-tick.C
	b := <-tick.C
	fmt.Println(b.After(a), b.Sub(a) > 0, a.Before(b), a.Equal(b))
	time.Sleep(50 * ms) // all but one tick are dropped
	tick.Stop()
	select {
	case <-tick.C:
		fmt.Println("stale")
	default:
		fmt.Println("nothing")
	}
	fmt.Println(time.Tick(0) == nil, time.Tick(-1) == nil)
	done := make(chan bool)
	go func() {
		time.Sleep(35 * ms)
		close(done)
	}()
	tk := time.NewTicker(10 * ms)
	defer tk.Stop()
	count := 0
loop:
	for {
		select {
		case <-done:
			break loop
		case <-tk.C:
			count++
		}
	}
	fmt.Println(count == 3)

	for _, f := range []func(){
		func() { time.NewTicker(0) },
		func() { tk.Reset(-1) },
		func() { new(time.Timer).Stop() },
		func() { new(time.Timer).Reset(1) },
		func() { new(time.Ticker).Reset(1) },
		func() { new(time.Ticker).Stop() },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	<-time.After(-5)
	time.Sleep(-5)
	s := time.Now()
	e := s.Add(3 * time.Second)
	fmt.Println(e.Sub(s), s.Sub(e), e.Compare(s), time.Until(e) > 2*time.Second, s == s.Add(0), s.IsZero())
	// Polling without waiting.
	p := time.NewTimer(20 * ms)
	spins := 0
	for {
		select {
		case <-p.C:
			fmt.Println("polled", spins > 0)
			return
		default:
			spins++
			time.Sleep(ms)
		}
	}
}
