// Freeing: who could let a blocked goroutine go on, and by what. Only what the World knows is said:
// who holds a lock, how high a WaitGroup counts, which timer is set, and who can still come to the
// channel or whatever it waits for (vm/reach.h). Where nobody can, it waits for ever.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/schedule/actor.h"
#include "core/vm/reach.h"
#include "core/vm/world.h"

namespace hmaplab::trace {

struct FreerView {
  enum class Why : uint8_t {
    Holds,    // the lock; or runs the function of a Once
    Reaches,  // what is waited for
    Timer,    // the clock has one set
    Collects,
  };

  schedule::Actor actor;
  Why why = Why::Reaches;
  bool waits_too = false;
};

struct FreeingView {
  std::string by;  // "Unlock", "a send or close", "2 calls of Done"; "" where nothing could
  std::vector<FreerView> who;
  bool by_variable = false;  // a package variable leads there: also any goroutine still to come
  bool is_complete = true;   // false: the heap is too big to look at all of it

  // It waits for ever.
  bool is_hopeless() const { return who.empty() && !by_variable && is_complete; }
};

// Empty unless the goroutine is blocked. `reach` is of the same World.
FreeingView view_freeing(const vm::World& world, const vm::Goroutine& goroutine, vm::Reach& reach);

// "Unlock by g2", "a send or close by g3, g4 (waits)", "nobody: it waits for ever"; "" for one
// that is not blocked.
std::string text(const FreeingView& view);

}  // namespace hmaplab::trace
