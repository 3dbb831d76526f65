// SetFinalizer comes before the finalizer, and Go orders it with all that came before its batch.
package main

import (
	"runtime"
	"time"
)

type box struct{ a int }

var x int

func main() {
	p := &box{1}
	runtime.SetFinalizer(p, func(b *box) { b.a++; x++ })
	x = 1
	p = nil
	runtime.GC()
	time.Sleep(10 * time.Millisecond)
}
