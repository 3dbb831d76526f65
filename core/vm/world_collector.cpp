// The World's special lanes that have to do with memory: the collector, and the finalizer goroutine.
#include <algorithm>

#include "core/vm/collection.h"
#include "core/vm/machine.h"
#include "core/vm/world.h"

namespace hmaplab::vm {

using memory::Point;
using schedule::Actor;

Point World::next_point(Actor actor) const {
  if (actor == schedule::kClock) return Point::clock_advance;
  if (schedule::is_drain(actor)) return Point::store_buffer_drain;
  if (actor == schedule::kCollector) return Collection::next_point(*this);
  const Goroutine* known = goroutine(actor);
  return known ? known->next : Point::none;
}

Step World::step_collector() {
  Step record{.actor = schedule::kCollector};
  if (collector_.phase == Collector::Phase::Requested) drain_all();
  Collection(*this, record).step();
  return record;
}

void World::note_pool(memory::Address pool) {
  auto place = std::lower_bound(pools_.begin(), pools_.end(), pool);
  if (place == pools_.end() || *place != pool) pools_.insert(place, pool);
}

// What was put since the last collection survives this one, and only this one.
void World::age_pools() {
  constexpr uint64_t kLocal = 0;
  constexpr uint64_t kVictim = 16;
  std::vector<memory::Address> left;
  for (memory::Address pool : pools_) {
    if (!heap_.contains(pool, 40)) continue;  // it is gone itself
    auto local = heap_.load<memory::Address>(pool + kLocal);
    auto victim = heap_.load<memory::Address>(pool + kVictim);
    if (local == memory::Address::Nil && victim == memory::Address::Nil) continue;
    heap_.store(pool + kVictim, local);
    heap_.store(pool + kLocal, memory::Address::Nil);
    left.push_back(pool);
  }
  pools_ = std::move(left);
}

// Whoever waits for a collection goes on, and the finalizer goroutine when there is something for it.
void World::wake_after_collection() {
  for (size_t i = 0; i < goroutines().size() && !end_; ++i) {
    const Goroutine& candidate = *goroutines()[i];
    if (candidate.status != Status::Blocked) continue;
    bool waits = candidate.wait == Wait::Collection ||
                 (candidate.wait == Wait::Finalizer && !collector_.queue.empty());
    if (waits) wake(goroutines_.write(i));
  }
}

// Go's createfing: one goroutine for all finalizers, made when the first is set. It never ends by
// itself.
void World::start_finalizer_goroutine(uint32_t loop) {
  if (goroutine(schedule::kFinalizer)) return;
  Goroutine& made = add_goroutine(schedule::kFinalizer);
  Step unrecorded;
  Machine machine(*this, made, unrecorded);
  bool fits = machine.push_frame(static_cast<int32_t>(loop), memory::Address::Nil, 0);
  INVARIANT(fits, "the first frame of the finalizer goroutine does not fit");
  machine.run(0);
}

}  // namespace hmaplab::vm
