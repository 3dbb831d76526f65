// Package sync of hmaplab. The types have Go's sizes and fields; the natives read and write them as Go does, one step for
// each operation.
package sync

// Locker is what can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// Mutex has 8 bytes. The bits of state: 1 locked, 2 woken, 4 starving; above them the number of those who wait.
type Mutex struct {
	state int32
	sema  uint32
}

func (m *Mutex) Lock()
func (m *Mutex) TryLock() bool
func (m *Mutex) Unlock()
