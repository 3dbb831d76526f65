// The parts of a comparison: each adds what differs in its own part of two Worlds.
#pragma once

#include <string>
#include <vector>

#include "core/session/comparison.h"

namespace hmaplab::session {

// Two Worlds, and what was found so far. When there is more than anybody reads it takes no more.
struct Compared {
  const vm::World& one;
  const vm::World& other;
  std::vector<Difference> found;

  bool is_full() const { return found.size() > Comparison::kMostDifferences; }
  // Nothing where both are the same.
  void add(Difference difference) {
    if (difference.one == difference.other || is_full()) return;
    found.push_back(std::move(difference));
  }
};

void compare_maps(Compared& compared);
void compare_objects(Compared& compared);
void compare_goroutines(Compared& compared);
void compare_output(Compared& compared);
void compare_endings(Compared& compared);

}  // namespace hmaplab::session
