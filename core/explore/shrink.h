// Shrinking: from a schedule that ends badly to one that ends alike with the fewest context switches.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/explore/explore.h"

namespace hmaplab::explore {

struct Shrunk {
  Outcome outcome;
  std::vector<schedule::Move> moves;
  uint32_t switches = 0;         // of `moves`
  uint32_t switches_before = 0;  // of the schedule that was given
  bool fewest = false;  // no schedule ends alike with fewer; else the search was given up before it knew
};

// `moves` lead from `start` to the end of a run. Searches with 0, 1, 2, … preemptions, at most
// graph.most_states states each.
Shrunk shrink(const vm::World& start, const std::vector<schedule::Move>& moves,
              const GraphOptions& graph);

}  // namespace hmaplab::explore
