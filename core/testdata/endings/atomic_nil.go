// Storing nil into an atomic.Value.
package main

import (
	"sync/atomic"
)

func main() {
	var v atomic.Value
	v.Store(nil)
}
