// The World's special lanes that have to do with memory: the collector, and the finalizer goroutine.
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

// Whoever waits for a collection goes on, and the finalizer goroutine when there is something for it.
void World::wake_after_collection() {
  for (size_t i = 0; i < goroutines_.size() && !end_; ++i) {
    const Goroutine& candidate = *goroutines_[i];
    if (candidate.status != Status::Blocked) continue;
    bool waits = candidate.wait == Wait::Collection ||
                 (candidate.wait == Wait::Finalizer && !collector_.queue.empty());
    if (waits) wake(goroutines_[i].write());
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
