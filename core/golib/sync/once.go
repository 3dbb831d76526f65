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

// OnceFunc gives a function that calls f the first time; a panic of f comes again each time.
func OnceFunc(f func()) func() {
	var once Once
	var thrown any
	returned := false
	call := func() {
		defer func() {
			thrown = recover()
			if !returned {
				panic(thrown)
			}
		}()
		f()
		f = nil
		returned = true
	}
	return func() {
		once.Do(call)
		if !returned {
			panic(thrown)
		}
	}
}
