// A WaitGroup whose counter is zero while somebody waits: the first Add must not come now.
package main

import (
	"sync"
	"unsafe"
)

func main() {
	wg := new(sync.WaitGroup)
	state := (*uint64)(unsafe.Pointer(wg)) // counter in the upper half, waiters in the lower
	*state = 1
	wg.Add(1)
}
