// sync.WaitGroup (waitgroup.go). What the last Done and a woken Wait do, Go does in two steps each;
// here the second one is a step only where somebody else can move in between. There the two misuses
// are found.
//
//   state:   counter (high half) | number of those who wait (low half)
#include "core/vm/machine.h"

namespace hmaplab::vm {

using memory::Point;

namespace {

constexpr uint64_t kSemaphore = 8;
constexpr uint64_t kBytes = 16;
constexpr const char* kMisuse = "sync: WaitGroup misuse: Add called concurrently with Wait";

int32_t counter_of(uint64_t state) { return static_cast<int32_t>(state >> 32); }
uint64_t shown(int32_t counter) { return static_cast<uint64_t>(int64_t{counter}); }

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
  if (goroutine_.lock_call.releases > 0) return release_waiters(group);
  if (auto failure = cannot_touch(group, kBytes)) return *failure;
  if (!take_step(point)) return Flow::Stop;
  auto old = reader_.load<uint64_t>(group);
  uint64_t state = old + (static_cast<uint64_t>(delta) << 32);
  world_.heap_.store(group, state);
  int32_t counter = counter_of(state);
  auto waiters = static_cast<uint32_t>(state);
  note_word(AccessKind::Store, group, "counter", shown(counter_of(old)), shown(counter));
  note_synchronisation();
  if (delta < 0) race_release_merge(group);
  if (delta > 0 && counter == static_cast<int32_t>(delta))  // the first Add must be ordered with Wait
    race_access(order::AccessKind::Read, group + kSemaphore, 1, order::Touched::WaitGroup);
  if (counter < 0) return panic(string_value("sync: negative WaitGroup counter"));
  if (waiters != 0 && delta > 0 && counter == static_cast<int32_t>(delta))
    return panic(string_value(kMisuse));
  if (counter > 0 || waiters == 0) return Flow::Next;
  goroutine_.lock_call.releases = waiters;
  goroutine_.lock_call.looks_again = !alone();
  return release_waiters(group);
}

// The counter has become zero while goroutines wait.
Machine::Flow Machine::release_waiters(Address group) {
  LockCall& call = goroutine_.lock_call;
  if (call.looks_again) {
    if (!take_step(Point::waitgroup_release)) return Flow::Stop;
    note_synchronisation();
  }
  uint32_t waiters = call.releases;
  call = {};
  auto state = reader_.load<uint64_t>(group);
  if (state != waiters) return panic(string_value(kMisuse));
  world_.heap_.store<uint64_t>(group, 0);
  if (record_.point == Point::waitgroup_release)
    note_word(AccessKind::Store, group, "state", state, 0);
  release(group + kSemaphore, waiters);
  return Flow::Next;
}

// func (wg *WaitGroup) Wait()
Machine::Flow Machine::wait_group_wait(int32_t call) {
  auto group = get<Address>(call);
  if (goroutine_.lock_call.grant == Grant::Done) return return_from_wait(group);
  if (auto failure = cannot_touch(group, kBytes)) return *failure;
  if (!take_step(Point::waitgroup_wait)) return Flow::Stop;
  auto state = reader_.load<uint64_t>(group);
  note_word(AccessKind::Load, group, "counter", shown(counter_of(state)), 0);
  note_synchronisation();
  if (counter_of(state) == 0) {
    race_acquire(group);
    return Flow::Next;
  }
  world_.heap_.store(group, state + 1);
  if (static_cast<uint32_t>(state) == 0)  // the first that waits
    race_access(order::AccessKind::Write, group + kSemaphore, 1, order::Touched::WaitGroup);
  if (!acquire(group + kSemaphore, Wait::WaitGroup)) return Flow::Stop;
  goroutine_.lock_call.looks_again = !alone();
  goroutine_.lock_call.grant = Grant::Done;
  return return_from_wait(group);
}

// Nobody may have used the WaitGroup anew before Wait returns.
Machine::Flow Machine::return_from_wait(Address group) {
  if (goroutine_.lock_call.looks_again) {
    if (!take_step(Point::waitgroup_return)) return Flow::Stop;
    note_word(AccessKind::Load, group, "counter", shown(counter_of(reader_.load<uint64_t>(group))),
              0);
    note_synchronisation();
  }
  goroutine_.lock_call = {};
  if (reader_.load<uint64_t>(group) == 0) {
    race_acquire(group);
    return Flow::Next;
  }
  return panic(string_value("sync: WaitGroup is reused before previous Wait has returned"));
}

}  // namespace hmaplab::vm
