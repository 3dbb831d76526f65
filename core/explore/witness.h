// A schedule for each outcome, with the fewest context switches: changes of actor while the one before
// could go on. A search over World and last actor finds it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/explore/graph.h"
#include "core/schedule/actor.h"

namespace hmaplab::explore {

struct Path {
  std::vector<schedule::Move> turns;
  uint32_t switches = 0;
};

// From the root to an end with each outcome, by its number; nothing where no end is known. `last`: who
// moved before the root.
std::vector<std::optional<Path>> witnesses(const Graph& graph, schedule::Actor last);
// From the root to this node.
std::optional<Path> path_to(const Graph& graph, schedule::Actor last, uint32_t node);

// The steps of all these turns, one after the other: what a schedule names. What others do unseen in a
// turn is moved to their own next turn, so that no switch is named that nobody can see.
std::vector<schedule::Move> steps_of(vm::World world, const std::vector<schedule::Move>& turns,
                                     Points points);

// The context switches of these turns.
uint32_t switches_of(vm::World world, const std::vector<schedule::Move>& turns, Points points,
                     schedule::Actor last);

}  // namespace hmaplab::explore
