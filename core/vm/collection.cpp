#include "core/vm/collection.h"

#include <algorithm>

#include "core/vm/roots.h"
#include "core/vm/world.h"

namespace hmaplab::vm {

using memory::Object;
using memory::Point;
using Phase = Collector::Phase;

namespace {

constexpr uint64_t kMostSteps = 128;  // of one phase

}  // namespace

Collection::Collection(World& world, Step& record)
    : world_(world), state_(world.collector_), heap_(world.heap_), record_(record) {}

Point Collection::next_point(const World& world) {
  const Collector& state = world.collector();
  switch (state.phase) {
    case Phase::Idle:
      return Point::none;
    case Phase::Requested:
      return world.options().collector_steps == CollectorSteps::Whole ? Point::gc_collect
                                                                      : Point::gc_roots;
    case Phase::Mark:
      return Point::gc_mark;
    case Phase::Sweep: {
      const Object& object = world.heap().at(state.next);
      return state.finalizers_in(object.begin, object.size).second > 0 ? Point::gc_queue
                                                                       : Point::gc_free;
    }
  }
  return Point::none;
}

void Collection::step() {
  INVARIANT(state_.phase != Phase::Idle, "a step of the collector without a collection");
  record_.point = next_point(world_);
  record_.visible = true;
  switch (state_.phase) {
    case Phase::Idle:
      break;
    case Phase::Requested:
      begin();
      break;
    case Phase::Mark:
      mark_some();
      break;
    case Phase::Sweep:
      sweep_some();
      break;
  }
  settle();
  while (record_.point == Point::gc_collect && state_.is_stopping() && !world_.end_) {
    if (state_.phase == Phase::Mark) {
      mark_some();
    } else {
      sweep_some();
    }
    settle();
  }
  record_.ends_operation = !state_.is_stopping();
}

void Collection::begin() {
  world_.age_pools();
  state_.phase = Phase::Mark;
  state_.marked.reset(heap_);
  state_.gray.clear();
  uint64_t objects = heap_.allocations() - heap_.frees();
  state_.portion = std::max<uint64_t>(1, objects / kMostSteps);
  for (uint32_t arena = 0; arena < heap_.arenas_in_use(); ++arena) {
    for (uint32_t i = 0; heap_.is_data(arena) && i < heap_.objects_in(arena); ++i) mark({arena, i});
  }
  scanned_bytes_ = 0;
  each_root(world_, [this](Address pointer) { reach(pointer, {}); });
  // What an object with a finalizer leads to stays for the finalizer; the object itself does not.
  for (const Finalizer& finalizer : *state_.finalizers) {
    if (const Object* object = heap_.find(finalizer.object)) scan(*object);
  }
}

void Collection::mark_some() {
  for (uint64_t i = 0; i < state_.portion && !state_.gray.empty() && !world_.end_; ++i) {
    const Object& object = heap_.at(state_.gray.back());
    state_.gray.pop_back();
    record_.object = object.begin;
    record_.address = object.begin;
    scan(object);
  }
}

void Collection::sweep_some() {
  bool found = true;
  for (uint64_t i = 0; i < state_.portion && found; ++i) {
    const Object& object = heap_.at(state_.next);
    record_.object = object.begin;
    record_.address = object.begin;
    auto [first, count] = state_.finalizers_in(object.begin, object.size);
    if (count > 0) {
      queue_finalizers(object, first, count);
      state_.marked.add(state_.next);
    } else {
      heap_.free(state_.next, world_.options_.clobber_freed ? memory::Freed::Clobber
                                                            : memory::Freed::Zero);
    }
    found = find_unreached();
  }
}

void Collection::settle() {
  if (world_.end_) return;
  if (state_.phase == Phase::Mark && state_.gray.empty()) {
    state_.phase = Phase::Sweep;
    state_.next = {};
  } else if (state_.phase != Phase::Sweep) {
    return;
  }
  if (!find_unreached()) finish();
}

// Moves on to an object that is to go; false when there is none left.
bool Collection::find_unreached() {
  ObjectPlace& next = state_.next;
  for (; next.arena < heap_.arenas_in_use(); ++next.arena, next.index = 0) {
    if (heap_.is_data(next.arena)) continue;
    for (; next.index < heap_.objects_in(next.arena); ++next.index) {
      if (!heap_.at(next).freed && !state_.marked.has(next)) return true;
    }
  }
  return false;
}

void Collection::finish() {
  state_.phase = Phase::Idle;
  state_.marked.clear();
  ++state_.collections;
  if (state_.is_forced) ++state_.forced;
  state_.is_forced = false;
  heap_.tidy();
  state_.set_goal(heap_.live_bytes());
  world_.wake_after_collection();
}

// In the order of the blocks, as Go's sweep finds them.
void Collection::queue_finalizers(const Object&, size_t first, size_t count) {
  auto& all = state_.finalizers.write();
  auto begin = all.begin() + static_cast<std::ptrdiff_t>(first);
  auto end = begin + static_cast<std::ptrdiff_t>(count);
  state_.queue.insert(state_.queue.end(), begin, end);
  all.erase(begin, end);
}

void Collection::mark(ObjectPlace place) {
  if (state_.marked.has(place)) return;
  state_.marked.add(place);
  if (heap_.at(place).has_pointers) state_.gray.push_back(place);
}

void Collection::reach(Address pointer, Reference from) {
  if (!base::is_heap(pointer)) return;
  if (pointer - scanned_begin_ < scanned_bytes_) return;  // to itself: that keeps nothing alive
  auto place = heap_.place_of(pointer);
  if (!place) return;
  const Object& object = heap_.at(*place);
  if (!object.freed) return mark(*place);
  if (from.object != Address::Nil) bad_pointer(object, pointer, from);
}

}  // namespace hmaplab::vm
