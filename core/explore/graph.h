// The graph of all Worlds that can be reached: a node for each World, an edge for each turn. Worlds
// with equal names are one node; the Worlds themselves are forgotten as soon as all their turns were
// taken.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/base/hash.h"
#include "core/explore/outcome.h"
#include "core/explore/turns.h"
#include "core/schedule/actor.h"
#include "core/vm/world.h"

namespace hmaplab::explore {

struct HashOfName {
  size_t operator()(const base::Hash128& name) const { return name.low; }
};
// Nodes by the names of their Worlds; only looked up, never walked.
using NodeIndex = std::unordered_map<base::Hash128, uint32_t, HashOfName>;

struct Edge {
  schedule::Move move;
  uint32_t to = 0;  // a node
};

struct Node {
  static constexpr uint32_t kNoOutcome = ~0u;

  uint32_t first_edge = 0;
  uint32_t edges = 0;             // 0 and no outcome: not looked at
  uint32_t outcome = kNoOutcome;  // of a run that ends here
};

struct GraphOptions {
  Points points = Points::Access;
  int preemptions = -1;  // at most so many in one run; -1: any number
  uint64_t most_states = 5'000'000;
  Expected expected;
};

class Graph {
 public:
  // Begins with this World, brought to where every actor stands before a visible step.
  Graph(const vm::World& start, GraphOptions options);

  // Looks at up to so many more states. False when there is nothing left to look at.
  bool grow(uint64_t states);

  static constexpr uint32_t kRoot = 0;
  size_t size() const { return nodes_.size(); }
  const Node& node(uint32_t index) const { return nodes_[index]; }
  std::span<const Edge> edges(uint32_t node) const {
    return {edges_.data() + nodes_[node].first_edge, nodes_[node].edges};
  }
  const std::vector<Outcome>& outcomes() const { return outcomes_.all(); }  // in the order found
  // Everything was looked at, and no run ended at a limit.
  bool is_complete() const { return frontier_.empty() && !outcomes_.met_limit(); }
  uint64_t turns() const { return edges_.size(); }
  // Turns that were not taken because of the bound on preemptions.
  uint64_t pruned() const { return pruned_; }
  const GraphOptions& options() const { return options_; }

 private:
  // A World that has still to be looked at. Who moved last and how often an actor was left that could
  // go on count only where preemptions are bounded.
  struct Pending {
    uint32_t node = 0;
    vm::World world;
    schedule::Actor last = schedule::kNobody;
    int preemptions = 0;
  };

  base::Hash128 name_of(const Pending& state) const;
  void expand(Pending state);
  bool is_allowed(const Pending& from, const std::vector<schedule::Move>& turns,
                  schedule::Actor actor, int& preemptions);
  uint32_t node_of(Pending& state, bool& is_new);

  GraphOptions options_;
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  NodeIndex index_;
  std::vector<Pending> frontier_;
  OutcomeList outcomes_;
  uint64_t pruned_ = 0;
};

}  // namespace hmaplab::explore
