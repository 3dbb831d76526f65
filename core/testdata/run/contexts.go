package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type key string
type strKey struct{ s string }

func (k strKey) String() string { return "key " + k.s }

type custom struct{ context.Context }

type own struct {
	done chan struct{}
	err  error
}

func (o *own) Deadline() (time.Time, bool) { return time.Time{}, false }
func (o *own) Done() <-chan struct{}       { return o.done }
func (o *own) Err() error                  { return o.err }
func (o *own) Value(k any) any             { return nil }

func worker(ctx context.Context, id int, wg *sync.WaitGroup, res chan<- string) {
	defer wg.Done()
	<-ctx.Done()
	res <- fmt.Sprint(id, " ", ctx.Err(), " ", context.Cause(ctx))
}

func main() {
	bg := context.Background()
	fmt.Println(bg, context.TODO(), bg.Err(), bg.Done() == nil, bg.Value(1))
	ctx, cancel := context.WithCancel(bg)
	v := context.WithValue(ctx, key("user"), "ann")
	v2 := context.WithValue(v, strKey{"a"}, 5)
	v3 := context.WithValue(v2, 7, nil)
	fmt.Println(ctx, v, v2, v3)
	fmt.Println(v2.Value(key("user")), v2.Value("user"), v2.Value(strKey{"a"}), v.Value(strKey{"a"}))
	fmt.Printf("%T %T %T\n", bg, ctx, v)
	var wg sync.WaitGroup
	res := make(chan string, 3)
	child, childCancel := context.WithCancel(v2)
	grand, grandCancel := context.WithCancelCause(child)
	defer grandCancel(nil)
	wg.Add(3)
	go worker(ctx, 1, &wg, res)
	go worker(child, 2, &wg, res)
	go worker(grand, 3, &wg, res)
	fmt.Println(grand.Err(), context.Cause(grand))
	cancel()
	cancel()
	wg.Wait()
	sum := 0
	for range 3 {
		sum += len(<-res)
	}
	fmt.Println(sum, grand.Err(), child.Err() == context.Canceled, errors.Is(grand.Err(), context.Canceled))
	childCancel()
	late, lateCancel := context.WithCancel(ctx)
	fmt.Println(late.Err())
	lateCancel()

	cc, ccCancel := context.WithCancelCause(bg)
	ccCancel(errors.New("too slow"))
	ccCancel(errors.New("other"))
	fmt.Println(cc.Err(), context.Cause(cc))

	to, toCancel := context.WithTimeout(bg, 10*time.Millisecond)
	defer toCancel()
	d, ok := to.Deadline()
	fmt.Println(ok, !d.IsZero())
	select {
	case <-to.Done():
		fmt.Println(to.Err(), context.Cause(to), errors.Is(to.Err(), context.DeadlineExceeded))
	case <-time.After(5 * time.Second):
		fmt.Println("late")
	}
	te, ok := to.Err().(interface{ Timeout() bool })
	fmt.Println(ok && te.Timeout())
	fmt.Printf("%T %v\n", context.DeadlineExceeded, context.DeadlineExceeded)

	inner, innerCancel := context.WithTimeout(to, time.Hour)
	fmt.Println(inner.Err())
	innerCancel()
	past, pastCancel := context.WithDeadline(bg, time.Now().Add(-time.Second))
	fmt.Println(past.Err())
	pastCancel()
	tc, tcCancel := context.WithTimeoutCause(bg, time.Millisecond, errors.New("cause of timeout"))
	<-tc.Done()
	fmt.Println(tc.Err(), context.Cause(tc))
	tcCancel()
	long, longCancel := context.WithTimeout(bg, time.Hour)
	short, shortCancel := context.WithTimeout(long, time.Minute)
	ld, _ := long.Deadline()
	sd, _ := short.Deadline()
	fmt.Println(sd.Before(ld))
	longCancel()
	fmt.Println(short.Err())
	shortCancel()

	wc := context.WithoutCancel(v2)
	fmt.Println(wc, wc.Err(), wc.Done() == nil, wc.Value(key("user")))

	af, afCancel := context.WithCancel(bg)
	called := make(chan string)
	context.AfterFunc(af, func() { called <- "after " + af.Err().Error() })
	stop := context.AfterFunc(af, func() { called <- "never" })
	fmt.Println(stop(), stop())
	afCancel()
	fmt.Println(<-called)
	stop = context.AfterFunc(af, func() { called <- "at once" })
	fmt.Println(<-called, stop())

	cu, cuCancel := context.WithCancel(custom{af})
	fmt.Println(cu.Err(), cu)
	cuCancel()
	o := &own{done: make(chan struct{})}
	oc, ocCancel := context.WithCancel(o)
	ov := context.WithValue(oc, "k", []int{1})
	o.err = errors.New("own end")
	close(o.done)
	<-oc.Done()
	fmt.Println(oc.Err(), ov.Value("k"), ov.Value("none"), context.Cause(ov))
	fmt.Println(oc, ov)
	ocCancel()
	for _, f := range []func(){
		func() { context.WithCancel(nil) },
		func() { context.WithValue(nil, 1, 2) },
		func() { context.WithValue(bg, nil, 2) },
		func() { context.WithValue(bg, []int{}, 2) },
		func() { context.WithTimeout(nil, 1) },
		func() { context.WithoutCancel(nil) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	m := map[int]int{}
	gctx, gcancel := context.WithCancel(bg)
	jobs := make(chan int)
	var mu sync.Mutex
	var gw sync.WaitGroup
	for range 3 {
		gw.Add(1)
		go func() {
			defer gw.Done()
			for {
				select {
				case <-gctx.Done():
					return
				case j := <-jobs:
					mu.Lock()
					m[j]++
					mu.Unlock()
				}
			}
		}()
	}
	for i := range 20 {
		jobs <- i
	}
	gcancel()
	gw.Wait()
	fmt.Println(len(m))
}
