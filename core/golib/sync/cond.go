package sync

import "unsafe"

// notifyList numbers those who wait; up to notify they were told. Go keeps its queue in the other fields.
type notifyList struct {
	wait   uint32
	notify uint32
	lock   uintptr
	head   unsafe.Pointer
	tail   unsafe.Pointer
}

// copyChecker holds its own address, once it is in use.
type copyChecker uintptr

// Cond has 56 bytes.
type Cond struct {
	noCopy  noCopy
	L       Locker
	notify  notifyList
	checker copyChecker
}

// NewCond gives a Cond whose lock is l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

// enter queues the caller; it gives the lock and the caller's number.
func (c *Cond) enter() (l Locker, number uint32)

// runtime_notifyListWait sleeps until the number is told, which may have happened already.
func runtime_notifyListWait(l *notifyList, number uint32)

// Wait gives up the lock, waits to be told, and locks again.
func (c *Cond) Wait() {
	l, number := c.enter()
	l.Unlock()
	runtime_notifyListWait(&c.notify, number)
	l.Lock()
}

func (c *Cond) Signal()
func (c *Cond) Broadcast()
