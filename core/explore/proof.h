// Proof: every outcome, without numbers. Of two turns that can be exchanged only one order is followed
// (sleep sets); a turn that can end the process depends on every other, so no outcome is lost.
#pragma once

#include <cstdint>
#include <vector>

#include "core/explore/footprint.h"
#include "core/explore/graph.h"

namespace hmaplab::explore {

class ProofSearch {
 public:
  ProofSearch(const vm::World& start, GraphOptions options);

  // Takes up to so many more turns. False when there is nothing left to do.
  bool advance(uint64_t turns);

  uint64_t states() const { return nodes_.size(); }
  uint64_t turns() const { return taken_; }
  uint64_t pruned() const { return pruned_; }  // turns that were not taken
  bool is_complete() const { return path_.empty() && !outcomes_.met_limit(); }
  const std::vector<Outcome>& outcomes() const { return outcomes_.all(); }
  // The turns from the start to the first end with this outcome.
  std::vector<schedule::Move> witness(size_t outcome) const;

 private:
  // A turn that need not be taken here: it was, before others that it does not depend on.
  struct Asleep {
    schedule::Move turn;
    Footprint footprint;
  };
  struct Node {
    std::vector<schedule::Move> asleep;
    uint32_t from = 0;
    schedule::Move turn = schedule::kNobody;
  };
  struct Visit {
    vm::World world;
    uint32_t node;
    std::vector<schedule::Move> todo;
    std::vector<Asleep> asleep;
    size_t next = 0;
  };

  bool can_go_on() const { return !path_.empty() && nodes_.size() <= options_.most_states; }
  void take_next();
  void arrive(vm::World world, uint32_t from, schedule::Move turn, std::vector<Asleep> asleep);
  void note_end(const vm::World& world, uint32_t node);

  GraphOptions options_;
  std::vector<Node> nodes_;
  NodeIndex index_;
  std::vector<Visit> path_;
  OutcomeList outcomes_;
  std::vector<uint32_t> ends_;  // a node for each outcome
  uint64_t taken_ = 0;
  uint64_t pruned_ = 0;
};

}  // namespace hmaplab::explore
