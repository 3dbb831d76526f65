package iter

import "runtime"

// pulled is an iterator that runs in a goroutine of its own, but only while somebody waits for its next value.
type pulled struct {
	wanted   bool // next has been called and yield has not
	done     bool // there is nothing more to come
	returned bool // seq has
	value    any  // what seq panicked with
	exited   bool // or it called Goexit
}

// start makes the goroutine; await, which it begins with, waits until somebody switches to p.
func start(body func())
func await(p *pulled)

// switchTo lets the goroutine go on that waits at p, and waits there itself: one step.
func switchTo(p *pulled)

// leave lets it go on without waiting.
func leave(p *pulled)

// end is what is left to do when seq has come to an end, however it did.
func (p *pulled) end(value any) {
	p.value = value
	p.exited = value == nil && !p.returned
	p.done = true
}

// begin asks for the next value.
func (p *pulled) begin() {
	if p.wanted {
		panic("iter.Pull: next called again before yield")
	}
	p.wanted = true
	switchTo(p)
}

// yields is what yield begins with.
func (p *pulled) yields() {
	if !p.wanted {
		panic("iter.Pull: yield called again before next")
	}
	p.wanted = false
}

// Pull turns an iterator that hands out its values into one that is asked for them. stop must be called unless next has said
// that there are no more.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	var (
		p  = new(pulled)
		v  V
		ok bool
	)
	start(func() {
		await(p)
		defer leave(p)
		if p.done {
			return
		}
		defer func() { p.end(recover()) }()
		seq(func(value V) bool {
			if p.done {
				return false
			}
			p.yields()
			v, ok = value, true
			switchTo(p)
			return !p.done
		})
		var none V
		v, ok = none, false
		p.returned = true
	})
	next = func() (V, bool) {
		if p.done {
			var none V
			return none, false
		}
		p.begin()
		if p.exited {
			runtime.Goexit()
		}
		if p.value != nil {
			panic(p.value)
		}
		return v, ok
	}
	stop = func() {
		if p.done {
			return
		}
		p.done = true
		switchTo(p)
		if p.exited {
			runtime.Goexit()
		}
		if p.value != nil {
			panic(p.value)
		}
	}
	return next, stop
}

// Pull2 does so with pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	type pair struct {
		key   K
		value V
	}
	one, stop := Pull(func(yield func(pair) bool) {
		seq(func(key K, value V) bool { return yield(pair{key, value}) })
	})
	next = func() (K, V, bool) {
		p, ok := one()
		return p.key, p.value, ok
	}
	return next, stop
}
