package sync

// attempt is a function that runs once; a panic of it comes again with each call.
type attempt struct {
	once     Once
	finished bool
	reason   any
}

func (a *attempt) do(f func()) {
	a.once.Do(func() {
		defer func() {
			a.reason = recover()
			if !a.finished {
				panic(a.reason)
			}
		}()
		f()
		a.finished = true
	})
	if !a.finished {
		panic(a.reason)
	}
}

// OnceFunc gives a function that calls f when it is called first.
func OnceFunc(f func()) func() {
	a := new(attempt)
	return func() { a.do(f) }
}

// OnceValue gives a function that returns what f returned when it was called first.
func OnceValue[T any](f func() T) func() T {
	a := new(attempt)
	var result T
	return func() T {
		a.do(func() { result = f() })
		return result
	}
}

// OnceValues does so for two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	a := new(attempt)
	var first T1
	var second T2
	return func() (T1, T2) {
		a.do(func() { first, second = f() })
		return first, second
	}
}
