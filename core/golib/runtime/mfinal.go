package runtime

// SetFinalizer has finalizer called with obj when nothing leads to it any more; nil clears that.
func SetFinalizer(obj any, finalizer any) { setFinalizer(obj, finalizer, runfinq) }

func setFinalizer(obj any, finalizer any, loop func())

// runfinq is the finalizer goroutine: it runs all finalizers, one after the other.
func runfinq() {
	for {
		runFinalizer()
	}
}

// runFinalizer waits until a finalizer is queued, and calls it.
func runFinalizer()
