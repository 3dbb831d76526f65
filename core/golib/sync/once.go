package sync

import "sync/atomic"

// Once has 12 bytes. While the function runs, m is locked; who comes meanwhile waits for it.
type Once struct {
	done atomic.Uint32
	m    Mutex
}

// begin says whether the caller is to call the function; it waits while another one does.
func (o *Once) begin() bool

// finish notes that the function was called, however it ended.
func (o *Once) finish()

// Do calls f unless an earlier Do of this Once did.
func (o *Once) Do(f func()) {
	if o.begin() {
		o.doSlow(f)
	}
}

func (o *Once) doSlow(f func()) {
	defer o.finish()
	f()
}

// onceCall calls f the first time; a panic of f comes again each time.
type onceCall struct {
	once     Once
	returned bool
	thrown   any
}

func (c *onceCall) do(f func()) {
	c.once.Do(func() {
		defer func() {
			c.thrown = recover()
			if !c.returned {
				panic(c.thrown)
			}
		}()
		f()
		c.returned = true
	})
	if !c.returned {
		panic(c.thrown)
	}
}

// OnceFunc gives a function that calls f the first time.
func OnceFunc(f func()) func() {
	c := new(onceCall)
	return func() { c.do(f) }
}

// OnceValue gives a function that calls f the first time, and gives its result each time.
func OnceValue[T any](f func() T) func() T {
	c := new(onceCall)
	var result T
	return func() T {
		c.do(func() { result = f() })
		return result
	}
}

// OnceValues gives a function that calls f the first time, and gives its results each time.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	c := new(onceCall)
	var first T1
	var second T2
	return func() (T1, T2) {
		c.do(func() { first, second = f() })
		return first, second
	}
}
