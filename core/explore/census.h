// Counting over the graph of Worlds. Nothing is pruned there, so a path from the root to an end is an
// interleaving, and the numbers are exact.
//
//   interleavings   how many complete runs end so: counted, with integers of any size
//   share           how probable that end is when at each turn every enabled actor is equally likely
//                   (and every ready case of its select). Another thing altogether.
//
// Where the graph has a cycle, runs of any length exist and interleavings have no number. Shares are
// then the probabilities of ever getting there, and the rest never ends.
#pragma once

#include <optional>
#include <vector>

#include "core/check/big_integer.h"
#include "core/explore/graph.h"

namespace hmaplab::explore {

struct Census {
  std::optional<check::BigInteger> interleavings;         // of all; none when there is a cycle
  std::vector<check::BigInteger> interleavings_of;        // each outcome; empty when there is a cycle
  std::vector<double> shares;                             // of each outcome
  double never_ends = 0;                                  // the share of runs without an end
  std::vector<uint32_t> cycles;                           // a node on each of them
};

Census count(const Graph& graph);

}  // namespace hmaplab::explore
