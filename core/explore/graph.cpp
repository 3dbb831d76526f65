#include "core/explore/graph.h"

#include <algorithm>
#include <utility>

namespace hmaplab::explore {

using schedule::Actor;
using schedule::Move;

Graph::Graph(const vm::World& start, GraphOptions options) : options_(std::move(options)) {
  Pending first{.world = start};
  settle(first.world);
  bool is_new = false;
  node_of(first, is_new);
  frontier_.push_back(std::move(first));
}

bool Graph::grow(uint64_t states) {
  for (; states > 0 && !frontier_.empty() && nodes_.size() <= options_.most_states; --states) {
    Pending next = std::move(frontier_.back());
    frontier_.pop_back();
    expand(std::move(next));
  }
  return !frontier_.empty() && nodes_.size() <= options_.most_states;
}

base::Hash128 Graph::name_of(const Pending& state) const {
  const base::Hash128 world = state.world.hash();
  if (options_.preemptions < 0) return world;
  base::Hasher hasher;
  hasher.add(world);
  hasher.add(state.last.value);
  hasher.add(static_cast<uint64_t>(state.preemptions));
  return hasher.finish();
}

uint32_t Graph::node_of(Pending& state, bool& is_new) {
  const auto [place, fresh] =
      index_.try_emplace(name_of(state), static_cast<uint32_t>(nodes_.size()));
  is_new = fresh;
  state.node = place->second;
  if (fresh) nodes_.emplace_back();
  return place->second;
}

// A preemption: another actor has a turn although the last one could go on.
bool Graph::is_allowed(const Pending& from, const std::vector<Move>& turns, Actor actor,
                       int& preemptions) {
  preemptions = from.preemptions;
  if (options_.preemptions < 0 || actor == from.last) return true;
  const bool could_go_on = std::any_of(turns.begin(), turns.end(),
                                       [&](const Move& turn) { return turn.actor == from.last; });
  preemptions += could_go_on ? 1 : 0;
  if (preemptions <= options_.preemptions) return true;
  ++pruned_;
  return false;
}

void Graph::expand(Pending from) {
  if (from.world.end()) {
    nodes_[from.node].outcome = outcomes_.number_of(from.world, options_.expected);
    return;
  }
  const std::vector<Move> all = explore::turns(from.world);
  const auto first_edge = static_cast<uint32_t>(edges_.size());
  for (size_t i = 0; i < all.size(); ++i) {
    int preemptions = 0;
    if (!is_allowed(from, all, all[i].actor, preemptions)) continue;
    const bool is_last = i + 1 == all.size();
    Pending to{.world = is_last ? std::move(from.world) : from.world,
               .last = all[i].actor,
               .preemptions = preemptions};
    take_turn(to.world, all[i], options_.points);
    bool is_new = false;
    edges_.push_back({all[i], node_of(to, is_new)});
    if (is_new) frontier_.push_back(std::move(to));
  }
  nodes_[from.node].first_edge = first_edge;
  nodes_[from.node].edges = static_cast<uint32_t>(edges_.size()) - first_edge;
}

}  // namespace hmaplab::explore
