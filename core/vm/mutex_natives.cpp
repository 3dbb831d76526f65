// sync.Mutex with its two modes (mutex.go). In normal mode Unlock wakes the first of the queue,
// which must win the lock against whoever comes by. Who has waited for more than 1 ms and still
// loses makes the mutex starve: then Unlock hands it over, and nobody can overtake.
//
//   state:   … waiters | starving | woken | locked
#include "core/vm/machine.h"

namespace hmaplab::vm {

using memory::Point;

namespace {

constexpr int32_t kLocked = 1;
constexpr int32_t kWoken = 2;
constexpr int32_t kStarving = 4;
constexpr int32_t kWaiter = 8;  // one of those who wait
constexpr uint64_t kSemaphore = 4;
constexpr uint64_t kBytes = 8;

bool is_starving(const Goroutine& waiter, int64_t now) {
  return waiter.lock_call.has_waited && now - waiter.lock_call.since > kStarvationTime;
}

}  // namespace

Address Machine::mutex_of(Address semaphore) const {
  return Address{memory::bits(semaphore) - kSemaphore};
}

void Machine::store_mutex(Address mutex, int32_t old, int32_t state) {
  world_.heap_.store(mutex, state);
  note_word(AccessKind::Store, mutex, "state", static_cast<uint32_t>(old),
            static_cast<uint32_t>(state));
}

// True: it was free and is locked now.
bool Machine::lock_free_mutex(Address mutex) {
  auto state = reader_.load<int32_t>(mutex);
  bool is_free = (state & (kLocked | kStarving)) == 0;
  if (is_free) {
    store_mutex(mutex, state, state | kLocked);
  } else {
    note_word(AccessKind::Load, mutex, "state", static_cast<uint32_t>(state), 0);
  }
  return is_free;
}

// Tries once; who does not get the lock is queued, in front when it had waited before.
Machine::LockResult Machine::try_mutex(Address mutex) {
  LockCall& call = goroutine_.lock_call;
  for (;;) {
    auto old = reader_.load<int32_t>(mutex);
    bool is_free = (old & (kLocked | kStarving)) == 0;
    int32_t state = is_free ? old | kLocked : old + kWaiter;
    if (is_starving(goroutine_, world_.now_) && (old & kLocked) != 0) state |= kStarving;
    if (call.grant == Grant::Woken) {
      if ((old & kWoken) == 0) return LockResult::Inconsistent;
      state &= ~kWoken;
    }
    call.grant = Grant::None;
    store_mutex(mutex, old, state);
    if (is_free) {
      call = {};
      return LockResult::Locked;
    }
    bool in_front = call.has_waited;
    if (!call.has_waited) call.since = world_.now_;
    call.has_waited = true;
    if (!acquire(mutex + kSemaphore, Wait::Mutex, in_front)) return LockResult::Queued;
    call.grant = let_into_mutex(goroutine_, mutex);
    if (call.grant == Grant::None) return LockResult::Inconsistent;
    if (call.grant == Grant::Owner) {
      call = {};
      return LockResult::Locked;
    }
  }
}

// A waiter has come through the semaphore. While the mutex starves it has the lock with that; the
// last of the queue, or one that has not waited for long, ends the starving.
Grant Machine::let_into_mutex(const Goroutine& waiter, Address mutex) {
  auto state = reader_.load<int32_t>(mutex);
  if ((state & kStarving) == 0) return Grant::Woken;
  int32_t waiters = state / kWaiter;
  if ((state & (kLocked | kWoken)) != 0 || waiters == 0) return Grant::None;
  state += kLocked - kWaiter;
  if (!is_starving(waiter, world_.now_) || waiters == 1) state &= ~kStarving;
  world_.heap_.store(mutex, state);
  return Grant::Owner;
}

// False: nobody had locked it.
bool Machine::unlock_mutex(Address mutex) {
  auto old = reader_.load<int32_t>(mutex);
  int32_t state = old - kLocked;
  store_mutex(mutex, old, state);
  if ((old & kLocked) == 0) return false;
  bool starving = (state & kStarving) != 0;
  if (!starving && (state < kWaiter || (state & kWoken) != 0)) return true;
  if (!starving) store_mutex(mutex, old, (state - kWaiter) | kWoken);
  release(mutex + kSemaphore, 1);
  return true;
}

// func (m *Mutex) Lock()
Machine::Flow Machine::mutex_lock(int32_t call) {
  auto mutex = get<Address>(call);
  if (goroutine_.lock_call.grant == Grant::Owner) {
    goroutine_.lock_call = {};
    race_acquire(mutex);
    note_locked(mutex, LockUse::Write);
    return Flow::Next;
  }
  if (auto failure = cannot_touch(mutex, kBytes)) return *failure;
  if (!take_step(Point::mutex_lock)) return Flow::Stop;
  note_synchronisation();
  switch (try_mutex(mutex)) {
    case LockResult::Locked:
      race_acquire(mutex);
      note_locked(mutex, LockUse::Write);
      return Flow::Next;
    case LockResult::Queued:
      return Flow::Stop;
    case LockResult::Inconsistent:
      break;
  }
  return fatal_error(Dying::Throw, "sync: inconsistent mutex state");
}

// func (m *Mutex) TryLock() bool
Machine::Flow Machine::mutex_try_lock(int32_t call) {
  auto mutex = get<Address>(call + 8);
  if (auto failure = cannot_touch(mutex, kBytes)) return *failure;
  if (!take_step(Point::mutex_try_lock)) return Flow::Stop;
  note_synchronisation();
  bool is_free = lock_free_mutex(mutex);
  if (is_free) race_acquire(mutex);
  if (is_free) note_locked(mutex, LockUse::Write);
  set<uint64_t>(call, is_free);
  return Flow::Next;
}

// func (m *Mutex) Unlock()
// Any goroutine may unlock, not only the one that locked.
Machine::Flow Machine::mutex_unlock(int32_t call) {
  auto mutex = get<Address>(call);
  if (auto failure = cannot_touch(mutex, kBytes)) return *failure;
  if (!take_step(Point::mutex_unlock)) return Flow::Stop;
  note_synchronisation();
  note_unlocked(mutex, LockUse::Write);
  race_release(mutex);
  if (unlock_mutex(mutex)) return Flow::Next;
  return fatal_error(Dying::Fatal, "sync: unlock of unlocked mutex");
}

}  // namespace hmaplab::vm
