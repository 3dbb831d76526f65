package sync

import "unsafe"

// Pool has 40 bytes. It behaves as Go's does on one processor: Get gives back what lies in the private place, then what
// was put last, then what a collection has left. The second collection takes that away.
type Pool struct {
	noCopy     noCopy
	local      unsafe.Pointer
	localSize  uintptr
	victim     unsafe.Pointer
	victimSize uintptr
	New        func() any
}

// poolItem is an object in a pool. local points to the first item, victim to the first of those from before the last
// collection.
type poolItem struct {
	value     any
	below     *poolItem
	isPrivate uint
}

func (p *Pool) take() any
func (p *Pool) give(item *poolItem)

// Put puts x into the pool.
func (p *Pool) Put(x any) {
	if x != nil {
		p.give(&poolItem{value: x})
	}
}

// Get takes an object out of the pool, or makes one.
func (p *Pool) Get() any {
	if x := p.take(); x != nil {
		return x
	}
	if p.New != nil {
		return p.New()
	}
	return nil
}
