// sync.RWMutex (rwmutex.go). A writer takes its inner mutex, announces itself by making the number
// of readers negative, and waits for those who read at that moment. From the announcement on new
// readers wait.
#include "core/vm/machine.h"

namespace hmaplab::vm {

using memory::Point;

namespace {

constexpr uint64_t kWriterSemaphore = 8;
constexpr uint64_t kReaderSemaphore = 12;
constexpr uint64_t kReaderCount = 16;
constexpr uint64_t kReaderWait = 20;
constexpr uint64_t kBytes = 24;
constexpr int32_t kMaxReaders = 1 << 30;

// Numbers wrap around as Go's atomics do.
int32_t sum(int32_t a, int32_t b) {
  return static_cast<int32_t>(static_cast<uint32_t>(a) + static_cast<uint32_t>(b));
}

}  // namespace

// Nothing: the step can be made.
std::optional<Machine::Flow> Machine::begin_rwmutex(Address rwmutex, Point point) {
  if (auto failure = cannot_touch(rwmutex, kBytes)) return failure;
  if (!take_step(point)) return Flow::Stop;
  note_synchronisation();
  return std::nullopt;
}

// Gives the new number of readers.
int32_t Machine::add_readers(Address rwmutex, int32_t delta) {
  auto old = reader_.load<int32_t>(rwmutex + kReaderCount);
  int32_t readers = sum(old, delta);
  world_.heap_.store(rwmutex + kReaderCount, readers);
  note_word(AccessKind::Store, rwmutex, "readerCount", static_cast<uint64_t>(int64_t{old}),
            static_cast<uint64_t>(int64_t{readers}));
  return readers;
}

// A writer learns from the writers before it and from all readers since.
void Machine::race_acquire_writer(Address rwmutex) {
  race_acquire(rwmutex + kReaderSemaphore);
  race_acquire(rwmutex + kWriterSemaphore);
}

// func (rw *RWMutex) RLock()
Machine::Flow Machine::rwmutex_rlock(int32_t call) {
  auto rwmutex = get<Address>(call);
  if (goroutine_.lock_call.grant == Grant::None) {
    if (auto stop = begin_rwmutex(rwmutex, Point::rwmutex_rlock)) return *stop;
    bool waits = add_readers(rwmutex, 1) < 0;
    if (waits && !acquire(rwmutex + kReaderSemaphore, Wait::RWMutexRLock)) return Flow::Stop;
  }
  goroutine_.lock_call = {};
  race_acquire(rwmutex + kReaderSemaphore);
  note_locked(rwmutex, LockUse::Read);
  return Flow::Next;
}

// func (rw *RWMutex) TryRLock() bool
Machine::Flow Machine::rwmutex_try_rlock(int32_t call) {
  auto rwmutex = get<Address>(call + 8);
  if (auto stop = begin_rwmutex(rwmutex, Point::rwmutex_try_rlock)) return *stop;
  bool is_free = reader_.load<int32_t>(rwmutex + kReaderCount) >= 0;
  add_readers(rwmutex, is_free ? 1 : 0);
  if (is_free) race_acquire(rwmutex + kReaderSemaphore);
  if (is_free) note_locked(rwmutex, LockUse::Read);
  set<uint64_t>(call, is_free);
  return Flow::Next;
}

// func (rw *RWMutex) RUnlock()
Machine::Flow Machine::rwmutex_runlock(int32_t call) {
  auto rwmutex = get<Address>(call);
  if (auto stop = begin_rwmutex(rwmutex, Point::rwmutex_runlock)) return *stop;
  note_unlocked(rwmutex, LockUse::Read);
  race_release_merge(rwmutex + kWriterSemaphore);
  int32_t readers = add_readers(rwmutex, -1);
  if (readers >= 0) return Flow::Next;
  if (readers == -1 || readers == -kMaxReaders - 1)
    return fatal_error(Dying::Fatal, "sync: RUnlock of unlocked RWMutex");
  int32_t still_reading = sum(reader_.load<int32_t>(rwmutex + kReaderWait), -1);
  world_.heap_.store(rwmutex + kReaderWait, still_reading);
  if (still_reading == 0) release(rwmutex + kWriterSemaphore, 1);
  return Flow::Next;
}

// func (rw *RWMutex) Lock()
// Who was handed the inner mutex announces itself in a step of its own: readers may be faster.
Machine::Flow Machine::rwmutex_lock(int32_t call) {
  auto rwmutex = get<Address>(call);
  Grant grant = goroutine_.lock_call.grant;
  if (grant != Grant::Done) {
    if (auto stop = begin_rwmutex(rwmutex, Point::rwmutex_lock)) return *stop;
    LockResult inner = grant == Grant::Owner ? LockResult::Locked : try_mutex(rwmutex);
    if (inner == LockResult::Queued) return Flow::Stop;
    if (inner == LockResult::Inconsistent)
      return fatal_error(Dying::Throw, "sync: inconsistent mutex state");
    goroutine_.lock_call = {};
    int32_t reading = sum(add_readers(rwmutex, -kMaxReaders), kMaxReaders);
    if (reading != 0) {
      int32_t to_leave = sum(reader_.load<int32_t>(rwmutex + kReaderWait), reading);
      world_.heap_.store(rwmutex + kReaderWait, to_leave);
      bool waits = to_leave != 0;
      if (waits && !acquire(rwmutex + kWriterSemaphore, Wait::RWMutexLock)) return Flow::Stop;
    }
  }
  goroutine_.lock_call = {};
  race_acquire_writer(rwmutex);
  note_locked(rwmutex, LockUse::Write);
  return Flow::Next;
}

// func (rw *RWMutex) TryLock() bool
Machine::Flow Machine::rwmutex_try_lock(int32_t call) {
  auto rwmutex = get<Address>(call + 8);
  if (auto stop = begin_rwmutex(rwmutex, Point::rwmutex_try_lock)) return *stop;
  bool is_free = reader_.load<int32_t>(rwmutex + kReaderCount) == 0 && lock_free_mutex(rwmutex);
  add_readers(rwmutex, is_free ? -kMaxReaders : 0);
  if (is_free) race_acquire_writer(rwmutex);
  if (is_free) note_locked(rwmutex, LockUse::Write);
  set<uint64_t>(call, is_free);
  return Flow::Next;
}

// func (rw *RWMutex) Unlock()
// Lets all waiting readers in, then gives up the inner mutex.
Machine::Flow Machine::rwmutex_unlock(int32_t call) {
  auto rwmutex = get<Address>(call);
  if (auto stop = begin_rwmutex(rwmutex, Point::rwmutex_unlock)) return *stop;
  note_unlocked(rwmutex, LockUse::Write);
  race_release(rwmutex + kReaderSemaphore);
  int32_t readers = add_readers(rwmutex, kMaxReaders);
  if (readers >= kMaxReaders) return fatal_error(Dying::Fatal, "sync: Unlock of unlocked RWMutex");
  if (readers > 0) release(rwmutex + kReaderSemaphore, static_cast<uint32_t>(readers));
  if (unlock_mutex(rwmutex)) return Flow::Next;
  return fatal_error(Dying::Fatal, "sync: unlock of unlocked mutex");
}

}  // namespace hmaplab::vm
