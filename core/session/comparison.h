// Comparison: what is different between two moments of a program, be they of one run or of two
// branches, as data. Only what differs is told: maps field by field and slot by slot, variables and
// other objects of the heap value by value under the names that the program has for them,
// goroutines with where they stand and what their locals hold, what was printed, how it ended.
//
//   branch 0  ──────●──────A────✗        step 9 is the first in which they differ,
//   branch 1        └───────────B──✓     A and B are compared
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/memory/address.h"
#include "core/schedule/actor.h"
#include "core/session/bookmarks.h"
#include "core/session/session.h"
#include "core/vm/world.h"

namespace hmaplab::session {

struct Difference {
  enum class About : uint8_t { Map, Slot, Variable, Goroutine, Output, Ending };

  About about = About::Map;
  std::string what;   // "m.count", "m.buckets[2] slot 3", "n", "g2 main.add i", "line 3 of the output"
  std::string one;    // as text; kNotThere where there is nothing of the kind
  std::string other;  // the same at the other moment
  memory::Address address{};  // of the bytes, or Nil
  schedule::Actor actor;      // of a goroutine, or nobody
};

inline constexpr const char* kNotThere = "(not there)";

// Where two runs part: the first step in which they differ, described; "" where a run has ended.
struct Parting {
  uint32_t step = 0;
  std::string one, other;
};

struct Comparison {
  static constexpr size_t kMostDifferences = 2'000;

  Place one, other;
  std::optional<Parting> parting;  // only of two branches
  std::vector<Difference> differences;  // in the order of About
  bool cut = false;  // there are more than kMostDifferences
};

// Of each map at most this many buckets are looked at.
inline constexpr uint64_t kMostComparedBuckets = 65'536;

// In the order of About; at most kMostDifferences and one more.
std::vector<Difference> differences(const vm::World& one, const vm::World& other);

// Nothing when the runs make the same steps.
std::optional<Parting> parting(const Timeline& one, const Timeline& other);

// Both places must exist in the session.
Comparison compare(const Session& session, Place one, Place other);

// The two places, where they part, a heading for each kind and a line for each difference: "  n   1 | 2".
std::string comparison_text(const Comparison& comparison);

}  // namespace hmaplab::session
