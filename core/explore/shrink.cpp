#include "core/explore/shrink.h"

#include <algorithm>

#include "core/base/invariant.h"

namespace hmaplab::explore {

using schedule::Actor;
using schedule::Move;

namespace {

// Runs the moves and counts where an actor was left that had still something visible to do.
uint32_t run(vm::World& world, const std::vector<Move>& moves) {
  uint32_t switches = 0;
  Actor last = schedule::kNobody;
  for (const Move& move : moves) {
    if (move.actor != last && world.is_enabled(last)) ++switches;
    world.step(move);
    last = move.actor;
  }
  return switches;
}

// Looks for the outcome with at most so many preemptions. Sets `given_up` when it has not seen all.
std::optional<Found> search(const vm::World& start, const Outcome& wanted, Request request,
                            int preemptions, bool& given_up) {
  constexpr uint64_t kStates = 1000;
  request.graph.preemptions = preemptions;
  Exploration exploration(start, request);
  auto has_it = [&] {
    const auto& outcomes = exploration.outcomes();
    return std::find(outcomes.begin(), outcomes.end(), wanted) != outcomes.end();
  };
  bool goes_on = true;
  while (goes_on && !has_it()) goes_on = exploration.advance(kStates);
  if (!has_it()) {
    given_up = given_up || !exploration.result().complete;
    return std::nullopt;
  }
  for (Found& found : exploration.result().found) {
    if (found.outcome == wanted) return std::move(found);
  }
  return std::nullopt;
}

}  // namespace

Shrunk shrink(const vm::World& start, const std::vector<Move>& moves, const GraphOptions& graph) {
  vm::World world = start;
  Shrunk shrunk{.moves = moves};
  shrunk.switches_before = shrunk.switches = run(world, moves);
  INVARIANT(world.end(), "the schedule does not lead to the end of a run");
  shrunk.outcome = outcome_of(world, graph.expected);
  bool given_up = false;
  for (uint32_t most = 0; most < shrunk.switches_before; ++most) {
    auto found = search(start, shrunk.outcome, {.graph = graph}, static_cast<int>(most), given_up);
    if (!found) continue;
    shrunk.moves = std::move(found->witness);
    shrunk.switches = found->switches;
    break;
  }
  shrunk.fewest = !given_up;
  return shrunk;
}

}  // namespace hmaplab::explore
