// Go's semaphores, on which the locks of package sync are built: a word that counts what is free,
// and a queue of goroutines (sema.go). Who is let through goes on in the step of who let it.
#include "core/vm/machine.h"

namespace hmaplab::vm {

using memory::Point;

// What an operation needs of the memory it is about to touch: nothing when all is well.
std::optional<Machine::Flow> Machine::cannot_touch(Address address, uint64_t size) {
  if (is_nil_page(address)) return nil_dereference();
  if (!world_.heap_.contains(address, size)) return fault(address);
  return std::nullopt;
}

Machine::Flow Machine::block(Wait why, Address object) {
  drain();
  goroutine_.wait_order = world_.next_in_queue(object);
  world_.goroutines_.set_status(goroutine_, Status::Blocked);
  goroutine_.wait = why;
  goroutine_.wait_object = object;
  return Flow::Stop;
}

// True: one was free, and is taken. Else the goroutine is queued; when it is let through it comes
// to the same instruction again, and its LockCall says how.
bool Machine::acquire(Address semaphore, Wait why, bool in_front) {
  auto free = reader_.load<uint32_t>(semaphore);
  if (free > 0) {
    world_.heap_.store(semaphore, free - 1);
    return true;
  }
  int64_t front = world_.first_in_queue(semaphore) - 1;
  block(why, semaphore);
  if (in_front) goroutine_.wait_order = front;
  return false;
}

// Lets `count` through, in the order of the queue; what is left stays free.
void Machine::release(Address semaphore, uint32_t count) {
  for (; count > 0; --count) {
    Goroutine* first = world_.first_waiting(semaphore);
    if (!first) break;
    let_through(*first, semaphore);
  }
  if (count > 0) world_.heap_.store(semaphore, reader_.load<uint32_t>(semaphore) + count);
}

// How the waiting call goes on. Only a mutex in normal mode has to be won once more.
void Machine::let_through(Goroutine& waiter, Address semaphore) {
  switch (waiter.wait) {
    case Wait::Mutex:
      waiter.lock_call.grant = let_into_mutex(waiter, mutex_of(semaphore));
      break;
    case Wait::WaitGroup:
      waiter.lock_call.grant = Grant::Done;
      return world_.wake_later(waiter);
    case Wait::RWMutexRLock:
    case Wait::RWMutexLock:
    case Wait::Once:
    case Wait::Cond:
    case Wait::Sleep:
    case Wait::ChanReceive:
    case Wait::ChanReceiveNil:
    case Wait::ChanSend:
    case Wait::ChanSendNil:
    case Wait::Select:
    case Wait::SelectNoCases:
    case Wait::Collection:
    case Wait::Finalizer:
    case Wait::Coroutine:
    case Wait::None:
      waiter.lock_call.grant = Grant::Done;
      break;
  }
  world_.wake(waiter);
}

// What Go does in two steps here is one, unless somebody can come in between.
bool Machine::alone() const {
  return world_.is_alone(goroutine_.actor);
}

// Who has which lock is only told to people; nothing depends on it.
void Machine::note_locked(Address lock, LockUse use) {
  goroutine_.held.push_back({.lock = lock, .use = use, .since = world_.step_count_});
}

void Machine::note_unlocked(Address lock, LockUse use) {
  world_.forget_lock(goroutine_, lock, use);
}

}  // namespace hmaplab::vm
