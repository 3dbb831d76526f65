// Exploration: what all schedules of a program do, from a World on. Census mode merges equal Worlds and
// leaves nothing out, so that its numbers are exact; proof mode leaves out orders that cannot matter,
// gives no numbers, and finds the same outcomes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/check/big_integer.h"
#include "core/explore/graph.h"
#include "core/explore/outcome.h"
#include "core/explore/proof.h"
#include "core/explore/turns.h"
#include "core/schedule/actor.h"
#include "core/vm/world.h"

namespace hmaplab::explore {

enum class Mode : uint8_t { Census, Proof };

struct Request {
  Mode mode = Mode::Census;
  GraphOptions graph;
  // The steps that led to the World from which exploration begins: witnesses begin with them.
  std::vector<schedule::Move> before;
};

// One way to end, and how often.
struct Found {
  Outcome outcome;
  std::optional<check::BigInteger> interleavings;  // none in proof mode and where there are cycles
  std::optional<double> share;                     // none in proof mode
  uint32_t switches = 0;                           // of the witness: the fewest
  std::vector<schedule::Move> witness;             // from the beginning of the program
};

struct Result {
  bool complete = false;
  uint64_t states = 0;
  uint64_t turns = 0;
  uint64_t pruned = 0;  // turns not taken because of the bound on preemptions
  std::optional<check::BigInteger> interleavings;
  std::vector<std::vector<schedule::Move>> cycles;  // a schedule into each of them
  double never_ends = 0;
  std::vector<Found> found;  // most interleavings first, then by kind and text
};

// The options of a World that is explored: races are noted and a collection is one step.
vm::Options explored(vm::Options options);
// What standard output is when `start` goes on by running to block: what a plain file is measured by.
Expected run_to_block_output(const vm::World& start);

// An exploration under way. It can be asked for counts and be given up at any time.
class Exploration {
 public:
  Exploration(const vm::World& start, Request request);
  // Looks at up to so many more states, or takes as many turns. False when it has come to its end.
  bool advance(uint64_t amount) { return proof_ ? proof_->advance(amount) : graph_->grow(amount); }
  uint64_t states() const { return proof_ ? proof_->states() : graph_->size(); }
  const std::vector<Outcome>& outcomes() const {
    return proof_ ? proof_->outcomes() : graph_->outcomes();
  }
  // The complete runs among what has been looked at; nothing in a proof and where there is a cycle. Costs
  // time with the states: to be asked for now and then.
  std::optional<check::BigInteger> interleavings() const;
  // Of what has been looked at; exact when complete.
  Result result() const;

 private:
  Result census() const;
  Result proof() const;
  schedule::Actor last() const;
  std::vector<schedule::Move> whole(const std::vector<schedule::Move>& turns) const;

  vm::World start_;
  Request request_;
  std::optional<Graph> graph_;        // of a census
  std::optional<ProofSearch> proof_;  // or this
};

}  // namespace hmaplab::explore
