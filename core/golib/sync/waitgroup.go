package sync

import "sync/atomic"

// WaitGroup has 16 bytes: the counter in the high half of state, the number of those who wait in the low half.
type WaitGroup struct {
	noCopy noCopy
	state  atomic.Uint64
	sema   uint32
}

func (wg *WaitGroup) Add(delta int)
func (wg *WaitGroup) Done()
func (wg *WaitGroup) Wait()
