// The queues of channels. Their members are the waiters of blocked goroutines; the heap only says
// who is first and last.
#include <algorithm>

#include "core/vm/channel.h"

namespace hmaplab::vm {

namespace {

// Where Go has pointers to sudogs. Nothing lies at these addresses, and they depend on nothing but
// the goroutine's name.
Address sudog_of(const Goroutine* goroutine) {
  constexpr uint64_t kBegin = 0x7100'0000'0000;
  if (!goroutine) return Address::Nil;
  return Address{kBegin + (base::mix64(goroutine->actor.value) & 0xff'ffff'ff80)};
}

// Calls visit(goroutine, waiter) for each member of a queue.
template <class Visit>
void each_waiter(const World& world, Address channel, bool sends, Visit&& visit) {
  for (const auto& goroutine : world.goroutines()) {
    for (const Waiter& waiter : goroutine->waiters) {
      if (waiter.channel == channel && waiter.sends == sends) visit(*goroutine, waiter);
    }
  }
}

}  // namespace

void World::join_queues(Goroutine& goroutine, std::vector<Waiter> waiters) {
  for (Waiter& waiter : waiters) {
    uint32_t last = 0;
    each_waiter(*this, waiter.channel, waiter.sends,
                [&](const Goroutine&, const Waiter& other) { last = std::max(last, other.order); });
    waiter.order = last + 1;
    goroutine.waiters.push_back(waiter);
    note_ends_of_queue(waiter.channel, waiter.sends);
  }
}

void World::leave_queues(Goroutine& goroutine) {
  const std::vector<Waiter> left = std::exchange(goroutine.waiters, {});
  for (const Waiter& waiter : left) note_ends_of_queue(waiter.channel, waiter.sends);
}

void World::note_ends_of_queue(Address channel, bool sends) {
  const Goroutine* first = nullptr;
  const Goroutine* last = nullptr;
  uint32_t lowest = 0;
  uint32_t highest = 0;
  each_waiter(*this, channel, sends, [&](const Goroutine& goroutine, const Waiter& waiter) {
    if (!first || waiter.order < lowest) {
      first = &goroutine;
      lowest = waiter.order;
    }
    if (!last || waiter.order > highest) {
      last = &goroutine;
      highest = waiter.order;
    }
  });
  Address queue = channel + (sends ? Hchan::kSendQueue : Hchan::kReceiveQueue);
  heap_.store(queue, sudog_of(first));
  heap_.store(queue + 8, sudog_of(last));
}

}  // namespace hmaplab::vm
