// A Wait that is let through while the counter is not zero: somebody uses the WaitGroup anew.
package main

import (
	"sync"
	"unsafe"
)

func main() {
	wg := new(sync.WaitGroup)
	wg.Add(1)
	semaphore := (*uint32)(unsafe.Add(unsafe.Pointer(wg), 8))
	*semaphore = 1
	wg.Wait()
}
