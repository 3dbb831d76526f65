package sync

import "sync/atomic"

// RWMutex has 24 bytes. A writer takes 1<<30 off readerCount, so that it is negative while one has the lock or waits for it.
type RWMutex struct {
	w           Mutex
	writerSem   uint32
	readerSem   uint32
	readerCount atomic.Int32
	readerWait  atomic.Int32
}

func (rw *RWMutex) Lock()
func (rw *RWMutex) TryLock() bool
func (rw *RWMutex) Unlock()
func (rw *RWMutex) RLock()
func (rw *RWMutex) TryRLock() bool
func (rw *RWMutex) RUnlock()

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }

// RLocker gives a Locker whose Lock is RLock.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }
