#include "core/explore/graph.h"

#include <algorithm>
#include <utility>

namespace hmaplab::explore {

using schedule::Actor;
using schedule::Move;

Graph::Graph(const vm::World& start, GraphOptions options) : options_(std::move(options)) {
  if (!options_.for_each) {
    options_.for_each = [](size_t n, const std::function<void(size_t)>& piece) {
      for (size_t i = 0; i < n; ++i) piece(i);
    };
  }
  Pending first{.world = start};
  settle(first.world);
  const base::Hash128 name = name_of(first);
  node_of({.move = schedule::kNobody, .name = name, .state = std::move(first)});
}

bool Graph::grow(uint64_t states) {
  const auto is_left = [&] { return !frontier_.empty() && nodes_.size() <= options_.most_states; };
  for (uint64_t looked_at = 0; looked_at < states && is_left();) {
    const size_t n = std::min(frontier_.size(), kTogether);
    std::vector<Seen> seen(n);
    const size_t begin = frontier_.size() - n;
    options_.for_each(n, [&](size_t i) { seen[i] = look_at(std::move(frontier_[begin + i])); });
    frontier_.erase(frontier_.begin() + static_cast<std::ptrdiff_t>(begin), frontier_.end());
    for (Seen& one : seen) take(std::move(one));
    looked_at += n;
  }
  return is_left();
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

// A preemption: another actor has a turn although the last one could go on.
bool Graph::is_allowed(const Pending& from, const std::vector<Move>& turns, Actor actor,
                       int& preemptions) const {
  preemptions = from.preemptions;
  if (options_.preemptions < 0 || actor == from.last) return true;
  const bool could_go_on = std::any_of(turns.begin(), turns.end(),
                                       [&](const Move& turn) { return turn.actor == from.last; });
  preemptions += could_go_on ? 1 : 0;
  return preemptions <= options_.preemptions;
}

Graph::Seen Graph::look_at(Pending from) const {
  Seen seen{.node = from.node};
  if (from.world.end()) {
    seen.outcome = outcome_of(from.world, options_.expected);
    return seen;
  }
  const std::vector<Move> all = explore::turns(from.world);
  for (size_t i = 0; i < all.size(); ++i) {
    int preemptions = 0;
    if (!is_allowed(from, all, all[i].actor, preemptions)) {
      ++seen.pruned;
      continue;
    }
    const bool is_last = i + 1 == all.size();
    Pending to{.world = is_last ? std::move(from.world) : from.world,
               .last = all[i].actor,
               .preemptions = preemptions};
    take_turn(to.world, all[i], options_.points);
    const base::Hash128 name = name_of(to);
    seen.next.push_back({.move = all[i], .name = name, .state = std::move(to)});
  }
  return seen;
}

void Graph::take(Seen seen) {
  pruned_ += seen.pruned;
  if (seen.outcome) {
    nodes_[seen.node].outcome = outcomes_.number_of(std::move(*seen.outcome));
    return;
  }
  const auto first_edge = static_cast<uint32_t>(edges_.size());
  for (Next& next : seen.next) {
    const Move move = next.move;
    edges_.push_back({move, node_of(std::move(next))});
  }
  nodes_[seen.node].first_edge = first_edge;
  nodes_[seen.node].edges = static_cast<uint32_t>(edges_.size()) - first_edge;
}

uint32_t Graph::node_of(Next next) {
  const auto [place, is_new] = index_.try_emplace(next.name, static_cast<uint32_t>(nodes_.size()));
  if (is_new) {
    nodes_.emplace_back();
    next.state.node = place->second;
    frontier_.push_back(std::move(next.state));
  }
  return place->second;
}

}  // namespace hmaplab::explore
