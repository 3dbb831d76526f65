// Two operations on one small map, in all orders of their accesses: which ends can come? States are
// visited once each (a state is the memory, both operations and what their callers hold), so every
// order is covered without walking every path. The text table of all pairs is a fact for lessons:
// core/testdata/two_operations.txt.
//
//   situation   how the map stands before: see Situation
//   operation   what one goroutine does, with the access of its caller behind it (m[k] = v stores
//   v) end         the process dies (fatal error, panic), or both return: then either as one after
//   the
//               other could have left it, or with something wrong
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "core/gomap/map_type.h"

namespace hmaplab::gomap {

enum class Situation : uint8_t {
  New,      // made, nothing in it: the first assignment allocates the bucket
  One,      // one entry
  Three,    // three entries in one bucket
  Full,     // eight entries in one bucket: the next one makes it grow
  Growing,  // a growth to the same size, two of four old buckets still to be moved
  Chain,    // eight entries in one bucket of two: the next one needs an overflow bucket
};

enum class PairOperation : uint8_t { SetNew, Set, Delete, Get, Next, Clear, Clone };

// Do both use the same key (the same new one, the same present one)?
enum class PairKeys : uint8_t { Other, Same };

struct Pair {
  Family family = Family::Fast64;  // Generic: [2]int64 keys; elems are int64 always
  Situation situation = Situation::Three;
  PairOperation first = PairOperation::SetNew;
  PairOperation second = PairOperation::SetNew;
  PairKeys keys = PairKeys::Other;
};

struct PairEnds {
  std::set<std::string> ends;
  uint64_t states = 0;
  bool complete = true;  // false: given up, there may be more ends
};

std::string_view name(Situation situation);
std::string_view name(PairOperation operation);
std::string name(const Pair& pair);

// Can the pair be (an empty map has no present key; Next needs an entry)?
bool is_possible(const Pair& pair);
// All that are, of one family, in the order of the table: of other families than fast64 only those
// in which nothing is moved.
std::vector<Pair> all_pairs(Family family);

// Walks all states, or as many. Deterministic.
PairEnds explore(const Pair& pair, uint64_t most_states = 500'000);
// The same by walking every path, no state remembered: only for tiny pairs.
PairEnds explore_every_path(const Pair& pair, uint64_t most_steps);

}  // namespace hmaplab::gomap
