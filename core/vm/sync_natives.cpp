// The natives of package sync. Locks and wait groups keep Go's memory layout; who waits is state of
// the goroutines.
#include "core/vm/machine.h"

namespace hmaplab::vm {

using memory::Point;

namespace {

// sync.WaitGroup: the waiters in the low half of its state, the counter in the high half.
constexpr uint64_t kWaiters = 0;
constexpr uint64_t kCounter = 4;
constexpr uint32_t kMutexLocked = 1;  // sync.Mutex.state

}  // namespace

// func (wg *WaitGroup) Add(delta int)
Machine::Flow Machine::wait_group_add(int32_t call) {
  return change_wait_group(get<Address>(call), get<int64_t>(call + 8), Point::waitgroup_add);
}

// func (wg *WaitGroup) Done()
Machine::Flow Machine::wait_group_done(int32_t call) {
  return change_wait_group(get<Address>(call), -1, Point::waitgroup_done);
}

Machine::Flow Machine::change_wait_group(Address group, int64_t delta, Point point) {
  if (group == Address::Nil) return nil_dereference();
  if (!take_step(point)) return Flow::Stop;
  auto old = reader_.load<int32_t>(group + kCounter);
  auto counter = static_cast<int32_t>(old + delta);
  world_.heap_.store(group + kCounter, counter);
  note_word(AccessKind::Store, group, "counter", static_cast<uint64_t>(int64_t{old}),
            static_cast<uint64_t>(int64_t{counter}));
  note_synchronisation();
  if (counter < 0) return panic(string_value("sync: negative WaitGroup counter"));
  if (counter > 0 || reader_.load<uint32_t>(group + kWaiters) == 0) return Flow::Next;
  world_.heap_.store<uint32_t>(group + kWaiters, 0);
  ++frame().pc;  // this goroutine has done its part before the others go on
  world_.wake_all(group);
  return Flow::Stay;
}

// func (wg *WaitGroup) Wait()
Machine::Flow Machine::wait_group_wait(int32_t call) {
  auto group = get<Address>(call);
  if (group == Address::Nil) return nil_dereference();
  if (!take_step(Point::waitgroup_wait)) return Flow::Stop;
  auto counter = reader_.load<int32_t>(group + kCounter);
  note_word(AccessKind::Load, group, "counter", static_cast<uint64_t>(int64_t{counter}), 0);
  note_synchronisation();
  if (counter == 0) return Flow::Next;
  world_.heap_.store(group + kWaiters, reader_.load<uint32_t>(group + kWaiters) + 1);
  ++frame().pc;  // who wakes it grants the wait
  return block(Wait::WaitGroup, group);
}

// func (m *Mutex) Lock()
Machine::Flow Machine::mutex_lock(int32_t call) {
  auto mutex = get<Address>(call);
  if (mutex == Address::Nil) return nil_dereference();
  if (!take_step(Point::mutex_lock)) return Flow::Stop;
  auto state = reader_.load<uint32_t>(mutex);
  note_synchronisation();
  note_word(AccessKind::Store, mutex, "state", state, state | kMutexLocked);
  if ((state & kMutexLocked) != 0) return block(Wait::Mutex, mutex);  // it tries again when woken
  world_.heap_.store(mutex, state | kMutexLocked);
  return Flow::Next;
}

// func (m *Mutex) TryLock() bool
Machine::Flow Machine::mutex_try_lock(int32_t call) {
  auto mutex = get<Address>(call + 8);
  if (mutex == Address::Nil) return nil_dereference();
  if (!take_step(Point::mutex_try_lock)) return Flow::Stop;
  auto state = reader_.load<uint32_t>(mutex);
  note_synchronisation();
  note_word(AccessKind::Store, mutex, "state", state, state | kMutexLocked);
  world_.heap_.store(mutex, state | kMutexLocked);
  set<uint64_t>(call, (state & kMutexLocked) == 0);
  return Flow::Next;
}

// func (m *Mutex) Unlock()
// Wakes the first in the queue, which then tries to lock: another goroutine may be faster, as in
// Go's normal mode.
Machine::Flow Machine::mutex_unlock(int32_t call) {
  auto mutex = get<Address>(call);
  if (mutex == Address::Nil) return nil_dereference();
  if (!take_step(Point::mutex_unlock)) return Flow::Stop;
  auto state = reader_.load<uint32_t>(mutex);
  note_synchronisation();
  note_word(AccessKind::Store, mutex, "state", state, state & ~kMutexLocked);
  if ((state & kMutexLocked) == 0)
    return fatal_error(Dying::Fatal, "sync: unlock of unlocked mutex");
  world_.heap_.store(mutex, state & ~kMutexLocked);
  world_.wake_first(mutex);
  return Flow::Next;
}

}  // namespace hmaplab::vm
