// What a collection that began now would keep: found by letting one begin in a copy of the World.
#pragma once

#include <optional>

#include "core/vm/world.h"

namespace hmaplab::trace {

// The marks of a World's heap, or that all is kept.
struct Reachable {
  std::optional<vm::MarkBits> marks;  // nothing: all of them are reached
  bool has(memory::ObjectPlace place) const { return !marks || marks->has(place); }
};

// Nothing when the process has ended: nobody collects then. Costs time with the heap.
std::optional<Reachable> reachable_objects(const vm::World& world);

}  // namespace hmaplab::trace
