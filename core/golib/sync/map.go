package sync

import (
	"sync/atomic"
	"unsafe"
)

// Map has two maps of entries. read is looked at without a lock and its set of keys never changes; dirty has new keys
// too, and mu guards it. Both share their entries, so that a value that read knows of is changed without the lock:
//
//	read ──► readOnly{m, amended}      amended: dirty has keys that m lacks
//	dirty ─► nil, or all keys of m that are not expunged, and the new ones
//	misses   lookups that had to ask dirty; as many as it has keys, and it becomes read
//
// An entry holds a pointer to its value; nil when the key was deleted; expunged when it was deleted and dirty was made
// without it.
type Map struct {
	mu     Mutex
	read   unsafe.Pointer // *readOnly
	dirty  map[any]*entry
	misses int
}

type readOnly struct {
	m       map[any]*entry
	amended bool
}

type entry struct {
	p unsafe.Pointer // *any
}

// Only its address is used.
var expungedMark any

func newEntry(value any) *entry { return &entry{p: unsafe.Pointer(&value)} }

func (m *Map) loadReadOnly() readOnly {
	p := (*readOnly)(atomic.LoadPointer(&m.read))
	if p == nil {
		return readOnly{}
	}
	return *p
}

func (m *Map) storeReadOnly(read readOnly) { atomic.StorePointer(&m.read, unsafe.Pointer(&read)) }

// find looks for a key in read and then, if dirty may know more, under the lock in both. remove takes it out of dirty.
func (m *Map) find(key any, remove bool) (e *entry, ok bool) {
	read := m.loadReadOnly()
	if e, ok = read.m[key]; ok || !read.amended {
		return e, ok
	}
	m.mu.Lock()
	// dirty may have become read before the lock was there.
	read = m.loadReadOnly()
	if e, ok = read.m[key]; !ok && read.amended {
		e, ok = m.dirty[key]
		if remove {
			delete(m.dirty, key)
		}
		m.missLocked()
	}
	m.mu.Unlock()
	return e, ok
}

// Load gives the value of a key.
func (m *Map) Load(key any) (value any, ok bool) {
	e, ok := m.find(key, false)
	if !ok {
		return nil, false
	}
	return e.load()
}

// Store sets the value of a key.
func (m *Map) Store(key, value any) { m.Swap(key, value) }

// Swap sets the value of a key and gives the one before.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	read := m.loadReadOnly()
	if e, ok := read.m[key]; ok {
		if old, ok := e.trySwap(&value); ok {
			return valueOf(old)
		}
	}
	m.mu.Lock()
	if e, _ := m.knownLocked(key); e != nil {
		previous, loaded = valueOf(atomic.SwapPointer(&e.p, unsafe.Pointer(&value)))
	} else {
		m.addLocked(key, value)
	}
	m.mu.Unlock()
	return previous, loaded
}

// LoadOrStore gives the value of a key, and sets it if there is none.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	read := m.loadReadOnly()
	if e, ok := read.m[key]; ok {
		if actual, loaded, ok := e.tryLoadOrStore(value); ok {
			return actual, loaded
		}
	}
	m.mu.Lock()
	if e, isRead := m.knownLocked(key); e != nil {
		actual, loaded, _ = e.tryLoadOrStore(value)
		if !isRead {
			m.missLocked()
		}
	} else {
		m.addLocked(key, value)
		actual = value
	}
	m.mu.Unlock()
	return actual, loaded
}

// LoadAndDelete deletes a key and gives the value that it had.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	e, ok := m.find(key, true)
	if !ok {
		return nil, false
	}
	for {
		p := atomic.LoadPointer(&e.p)
		if p == nil || isExpunged(p) {
			return nil, false
		}
		if atomic.CompareAndSwapPointer(&e.p, p, nil) {
			return valueOf(p)
		}
	}
}

// Delete deletes a key.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// CompareAndSwap sets the value of a key if it is old, which must be comparable.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	read := m.loadReadOnly()
	if e, ok := read.m[key]; ok {
		return e.tryCompareAndSwap(old, new)
	}
	if !read.amended {
		return false
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	read = m.loadReadOnly()
	if e, ok := read.m[key]; ok {
		return e.tryCompareAndSwap(old, new)
	}
	if e, ok := m.dirty[key]; ok {
		swapped = e.tryCompareAndSwap(old, new)
		m.missLocked() // the lock was taken: the more reason to make dirty the new read
	}
	return swapped
}

// CompareAndDelete deletes a key if its value is old, which must be comparable.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	e, ok := m.find(key, false)
	for ok {
		p := atomic.LoadPointer(&e.p)
		if p == nil || isExpunged(p) || *(*any)(p) != old {
			return false
		}
		if atomic.CompareAndSwapPointer(&e.p, p, nil) {
			return true
		}
	}
	return false
}

// Range calls f for each key, until it gives false. First dirty becomes read, so that no lock is needed.
func (m *Map) Range(f func(key, value any) bool) {
	read := m.loadReadOnly()
	if read.amended {
		m.mu.Lock()
		if read = m.loadReadOnly(); read.amended {
			read = readOnly{m: m.dirty}
			m.promoteLocked()
		}
		m.mu.Unlock()
	}
	for key, e := range read.m {
		if value, ok := e.load(); ok && !f(key, value) {
			break
		}
	}
}

// Clear deletes all keys.
func (m *Map) Clear() {
	read := m.loadReadOnly()
	if len(read.m) == 0 && !read.amended {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	read = m.loadReadOnly()
	if len(read.m) > 0 || read.amended {
		m.storeReadOnly(readOnly{})
	}
	clear(m.dirty)
	m.misses = 0
}

// knownLocked gives the entry of a key, ready to take a value, and whether read has it; nil if neither map has the key.
func (m *Map) knownLocked(key any) (e *entry, isRead bool) {
	read := m.loadReadOnly()
	if e, ok := read.m[key]; ok {
		if atomic.CompareAndSwapPointer(&e.p, unsafe.Pointer(&expungedMark), nil) {
			m.dirty[key] = e
		}
		return e, true
	}
	return m.dirty[key], false
}

// addLocked adds a key that neither map has. The first one after a promotion makes the next dirty.
func (m *Map) addLocked(key, value any) {
	read := m.loadReadOnly()
	if !read.amended {
		m.dirtyLocked(read)
		m.storeReadOnly(readOnly{m: read.m, amended: true})
	}
	m.dirty[key] = newEntry(value)
}

// dirtyLocked makes dirty of what read has, without the deleted keys, which become expunged.
func (m *Map) dirtyLocked(read readOnly) {
	if m.dirty != nil {
		return
	}
	m.dirty = make(map[any]*entry, len(read.m))
	for key, e := range read.m {
		if !e.tryExpungeLocked() {
			m.dirty[key] = e
		}
	}
}

func (m *Map) missLocked() {
	m.misses++
	if m.misses >= len(m.dirty) {
		m.promoteLocked()
	}
}

func (m *Map) promoteLocked() {
	m.storeReadOnly(readOnly{m: m.dirty})
	m.dirty = nil
	m.misses = 0
}

func isExpunged(p unsafe.Pointer) bool { return p == unsafe.Pointer(&expungedMark) }

// valueOf is what an entry's pointer stands for.
func valueOf(p unsafe.Pointer) (value any, ok bool) {
	if p == nil || isExpunged(p) {
		return nil, false
	}
	return *(*any)(p), true
}

func (e *entry) load() (value any, ok bool) { return valueOf(atomic.LoadPointer(&e.p)) }

// trySwap sets the value unless the entry is expunged.
func (e *entry) trySwap(value *any) (old unsafe.Pointer, ok bool) {
	for {
		p := atomic.LoadPointer(&e.p)
		if isExpunged(p) {
			return nil, false
		}
		if atomic.CompareAndSwapPointer(&e.p, p, unsafe.Pointer(value)) {
			return p, true
		}
	}
}

// tryLoadOrStore gives the value, or sets it if there is none, unless the entry is expunged.
func (e *entry) tryLoadOrStore(value any) (actual any, loaded, ok bool) {
	for {
		p := atomic.LoadPointer(&e.p)
		if isExpunged(p) {
			return nil, false, false
		}
		if p != nil {
			return *(*any)(p), true, true
		}
		stored := value
		if atomic.CompareAndSwapPointer(&e.p, nil, unsafe.Pointer(&stored)) {
			return value, false, true
		}
	}
}

func (e *entry) tryCompareAndSwap(old, new any) bool {
	for {
		p := atomic.LoadPointer(&e.p)
		if p == nil || isExpunged(p) || *(*any)(p) != old {
			return false
		}
		if atomic.CompareAndSwapPointer(&e.p, p, unsafe.Pointer(&new)) {
			return true
		}
	}
}

// tryExpungeLocked says whether the entry's key is deleted; then nothing can be stored there any more.
func (e *entry) tryExpungeLocked() bool {
	for {
		p := atomic.LoadPointer(&e.p)
		if p != nil {
			return isExpunged(p)
		}
		if atomic.CompareAndSwapPointer(&e.p, nil, unsafe.Pointer(&expungedMark)) {
			return true
		}
	}
}
