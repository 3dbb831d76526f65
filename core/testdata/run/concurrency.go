package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"sync"
	"time"
)

type Result[T any] struct {
	Val T
	Err error
}

func Map[T, U any](in <-chan T, f func(T) U) <-chan U {
	out := make(chan U)
	go func() {
		defer close(out)
		for v := range in {
			out <- f(v)
		}
	}()
	return out
}

func From[T any](vs ...T) <-chan T {
	c := make(chan T, len(vs))
	for _, v := range vs {
		c <- v
	}
	close(c)
	return c
}

func Collect[T any](c <-chan T) (all []T) {
	for v := range c {
		all = append(all, v)
	}
	return
}

func First[T any](ctx context.Context, cs ...chan T) Result[T] {
	for _, c := range cs {
		select {
		case v, ok := <-c:
			if ok {
				return Result[T]{Val: v}
			}
		case <-ctx.Done():
			return Result[T]{Err: ctx.Err()}
		}
	}
	return Result[T]{Err: errors.New("none")}
}

type Queue[T any] struct {
	items chan T
	once  sync.Once
}

func NewQueue[T any](n int) *Queue[T] { return &Queue[T]{items: make(chan T, n)} }
func (q *Queue[T]) Push(v T) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	select {
	case q.items <- v:
		return true
	default:
		return false
	}
}
func (q *Queue[T]) Pop() (v T, ok bool) {
	select {
	case v, ok = <-q.items:
	default:
	}
	return
}
func (q *Queue[T]) Close() { q.once.Do(func() { close(q.items) }) }

type stage func(context.Context, <-chan int) <-chan int

func pipeline(ctx context.Context, src <-chan int, st ...stage) <-chan int {
	for _, s := range st {
		src = s(ctx, src)
	}
	return src
}

func adder(n int) stage {
	return func(ctx context.Context, in <-chan int) <-chan int {
		out := make(chan int)
		go func() {
			defer close(out)
			for v := range in {
				select {
				case out <- v + n:
				case <-ctx.Done():
					return
				}
			}
		}()
		return out
	}
}

type errgroup struct {
	wg     sync.WaitGroup
	once   sync.Once
	err    error
	cancel context.CancelFunc
}

func withContext(ctx context.Context) (*errgroup, context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	return &errgroup{cancel: cancel}, ctx
}
func (g *errgroup) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err; g.cancel() })
		}
	}()
}
func (g *errgroup) Wait() error { g.wg.Wait(); g.cancel(); return g.err }

type rate struct {
	tokens chan struct{}
	stop   chan struct{}
}

func newRate(n int, every time.Duration) *rate {
	r := &rate{make(chan struct{}, n), make(chan struct{})}
	go func() {
		t := time.NewTicker(every)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				select {
				case r.tokens <- struct{}{}:
				default:
				}
			case <-r.stop:
				return
			}
		}
	}()
	return r
}

func main() {
	fmt.Println(Collect(Map(Map(From(1, 2, 3), func(i int) string { return fmt.Sprint("n", i) }), func(s string) int { return len(s) })))
	fmt.Println(Collect(From[struct{}](struct{}{})), Collect(From[[3]int8]([3]int8{1, 2, 3})))
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	closed := make(chan string)
	close(closed)
	full := make(chan string, 1)
	full <- "x"
	fmt.Println(First(ctx, closed, full), First(ctx, closed), First(ctx, closed, make(chan string)))
	q := NewQueue[float32](2)
	fmt.Println(q.Push(1.5), q.Push(2.5), q.Push(3.5))
	a, ok := q.Pop()
	fmt.Println(a, ok, len(q.items), cap(q.items))
	q.Close()
	q.Close()
	fmt.Println(q.Push(1))
	a, ok = q.Pop()
	b, ok2 := q.Pop()
	fmt.Println(a, ok, b, ok2)
	pctx, pcancel := context.WithCancel(context.Background())
	src := make(chan int)
	go func() {
		defer close(src)
		for i := 0; ; i++ {
			select {
			case src <- i:
			case <-pctx.Done():
				return
			}
		}
	}()
	out := pipeline(pctx, src, adder(1), adder(10), adder(100))
	for i := 0; i < 5; i++ {
		fmt.Print(<-out, " ")
	}
	pcancel()
	for range out {
	}
	fmt.Println()
	g, gctx := withContext(context.Background())
	for i := range 4 {
		g.Go(func() error {
			if i == 2 {
				return fmt.Errorf("task %d", i)
			}
			<-gctx.Done()
			return gctx.Err()
		})
	}
	fmt.Println(g.Wait(), gctx.Err())
	r := newRate(2, 10*time.Millisecond)
	for range 3 {
		<-r.tokens
	}
	close(r.stop)
	fmt.Println("rated")
	// fan-in by reflection-free dynamic nil channels
	x, y := make(chan int), make(chan int)
	go func() {
		defer close(x)
		for i := range 3 {
			x <- i
		}
	}()
	go func() {
		defer close(y)
		for i := range 3 {
			y <- 10 + i
		}
	}()
	var got []int
	for x != nil || y != nil {
		select {
		case v, ok := <-x:
			if !ok {
				x = nil
				continue
			}
			got = append(got, v)
		case v, ok := <-y:
			if !ok {
				y = nil
				continue
			}
			got = append(got, v)
		}
	}
	sort.Ints(got)
	fmt.Println(got)
	// heartbeat + watchdog
	beat := make(chan int)
	quit := make(chan bool)
	go func() {
		for i := range 3 {
			time.Sleep(20 * time.Millisecond)
			beat <- i
		}
		quit <- true
	}()
	wd := time.NewTimer(time.Second)
	for run := true; run; {
		select {
		case b := <-beat:
			fmt.Println("beat", b)
			if !wd.Stop() {
				<-wd.C
			}
			wd.Reset(time.Second)
		case <-wd.C:
			fmt.Println("dead")
			run = false
		case <-quit:
			run = false
		}
	}
	// once value through channel of channels, request/response
	type req struct {
		key   string
		reply chan<- int
	}
	reqs := make(chan req)
	go func() {
		m := map[string]int{}
		for r := range reqs {
			m[r.key]++
			r.reply <- m[r.key]
		}
	}()
	rep := make(chan int)
	for _, k := range []string{"a", "b", "a", "a"} {
		reqs <- req{k, rep}
		fmt.Print(k, <-rep, " ")
	}
	fmt.Println()
	close(reqs)
	var err error = context.Cause(ctx)
	fmt.Println(err, errors.Is(err, context.DeadlineExceeded))
	c2 := make(chan func() (int, error), 1)
	c2 <- func() (int, error) { return 3, nil }
	v, e := (<-c2)()
	fmt.Println(v, e)
	arr := [2]chan int{make(chan int, 1), make(chan int, 1)}
	for i := range arr {
		arr[i] <- i
	}
	s := 0
	for _, c := range arr {
		s += <-c
	}
	fmt.Println(s)
}
