package main

import (
	"fmt"
	"sync"
	"unsafe"
)

type S struct {
	sync.Mutex
	n int
}
type R struct {
	*sync.RWMutex
	m map[string]int
}

func (s *S) inc() { s.Lock(); defer s.Unlock(); s.n++ }

var pkg sync.Mutex
var pkgrw sync.RWMutex

func try(name string, f func()) {
	defer func() { fmt.Println(name, "->", recover()) }()
	f()
}

func main() {
	var m sync.Mutex
	st := (*[2]int32)(unsafe.Pointer(&m))
	m.Lock()
	fmt.Println(st[0], m.TryLock(), st[0])
	m.Unlock()
	fmt.Println(st[0], m.TryLock(), st[0])
	m.Unlock()
	fmt.Println(unsafe.Sizeof(m), unsafe.Sizeof(pkgrw), unsafe.Sizeof(sync.WaitGroup{}), unsafe.Sizeof(sync.Once{}), unsafe.Sizeof(sync.Cond{}), unsafe.Sizeof(sync.Pool{}))
	var rw sync.RWMutex
	w := (*[6]int32)(unsafe.Pointer(&rw))
	fmt.Println(*w)
	rw.RLock()
	rw.RLock()
	fmt.Println(*w, rw.TryLock(), rw.TryRLock(), *w)
	rw.RUnlock()
	rw.RUnlock()
	rw.RUnlock()
	rw.Lock()
	fmt.Println(*w, rw.TryLock(), rw.TryRLock(), *w)
	rw.Unlock()
	fmt.Println(*w, rw.TryLock(), *w)
	rw.Unlock()
	l := rw.RLocker()
	l.Lock()
	fmt.Println(*w, rw.TryRLock())
	l.Unlock()
	rw.RUnlock()
	fmt.Println(*w)

	s := S{}
	var wg sync.WaitGroup
	for i := 0; i < 5; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); s.inc(); s.inc() }()
	}
	wg.Wait()
	fmt.Println(s.n)
	r := R{&sync.RWMutex{}, map[string]int{}}
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 5; j++ {
				r.RLock()
				_ = r.m["a"]
				r.RUnlock()
				r.Lock()
				r.m["a"]++
				r.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(r.m)
	ms := map[string]*S{"x": {}}
	ms["x"].inc()
	arr := [3]sync.Mutex{}
	arr[1].Lock()
	sl := arr[:]
	fmt.Println(sl[1].TryLock(), sl[2].TryLock())
	sl[1].Unlock()
	cp := arr[2]
	fmt.Println(cp.TryLock())
	pkg.Lock()
	done := false
	wg.Add(1)
	go func() { defer wg.Done(); done = true; pkg.Unlock() }()
	pkg.Lock()
	fmt.Println(done)
	pkg.Unlock()
	wg.Wait()
	try("nil mutex", func() { var p *sync.Mutex; p.Lock() })
	try("nil mutex unlock", func() { var p *sync.Mutex; p.Unlock() })
	try("nil mutex try", func() { var p *sync.Mutex; p.TryLock() })
	try("nil rw", func() { var p *sync.RWMutex; p.RLock() })
	try("nil rw2", func() { var p *sync.RWMutex; p.Lock() })
	try("nil rw3", func() { var p *sync.RWMutex; p.RUnlock() })
	try("nil wg", func() { var p *sync.WaitGroup; p.Wait() })
	try("nil wg2", func() { var p *sync.WaitGroup; p.Done() })
	try("nil once", func() { var p *sync.Once; p.Do(func() {}) })
	try("nil embedded", func() { var p R; p.RLock() })
	try("nil S", func() { var p *S; p.inc() })
	try("neg", func() { var g sync.WaitGroup; g.Done() })
	try("neg2", func() { var g sync.WaitGroup; g.Add(1); g.Add(-2) })
	try("nil locker", func() { var c sync.Cond; c.Wait() })
	try("copied cond", func() { c := sync.NewCond(&sync.Mutex{}); c.Signal(); d := *c; d.Signal() })
	try("copied cond2", func() { c := sync.NewCond(&sync.Mutex{}); d := *c; d.Broadcast(); c.Signal(); fmt.Println("ok") })
	var once sync.Once
	try("once panics", func() { once.Do(func() { panic("inside") }) })
	once.Do(func() { fmt.Println("never") })
	try("once nil", func() { var o sync.Once; defer o.Do(func() { fmt.Println("never2") }); o.Do(nil) })
	o2 := (*[3]uint32)(unsafe.Pointer(&once))
	fmt.Println(*o2)
	of := sync.OnceFunc(func() { panic("of") })
	try("of1", of)
	try("of2", of)
	n := 0
	og := sync.OnceFunc(func() { n++ })
	og()
	og()
	fmt.Println(n)
}
