// How a run ended, without what differs from one schedule to another for no reason: addresses and
// the numbers of goroutines. Two runs with equal Outcomes ended alike.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/vm/world.h"

namespace hmaplab::explore {

enum class OutcomeKind : uint8_t { Ok, Panic, Fatal, Deadlock, Wrong, Limit };

std::string_view name(OutcomeKind kind);  // "ok", "panic", …

// Three signs of trouble, each independent of the others.
struct Lamps {
  bool check = false;  // the runtime noticed: a fatal error or a throw
  bool race = false;   // two accesses were not ordered by happens-before
  bool wrong = false;  // a map breaks its rules, or the output is not what it should be

  friend auto operator<=>(const Lamps&, const Lamps&) = default;
};

struct Outcome {
  OutcomeKind kind = OutcomeKind::Ok;
  std::string text;  // "fatal error: concurrent map writes", "panic: …"; "" when fine
  std::string stdout_text;
  int exit = 0;
  Lamps lamps;

  friend auto operator<=>(const Outcome&, const Outcome&) = default;
};

// What standard output may be for a run to be right; empty: anything.
using Expected = std::set<std::string>;

// The run has ended.
Outcome outcome_of(const vm::World& world, const Expected& expected);

// The outcomes that were met, numbered in the order in which they were found.
class OutcomeList {
 public:
  // Of a run that has ended.
  uint32_t number_of(const vm::World& world, const Expected& expected);
  const std::vector<Outcome>& all() const { return all_; }
  // Whether a run ended at a limit: then not all is known.
  bool met_limit() const { return met_limit_; }

 private:
  std::vector<Outcome> all_;
  std::map<Outcome, uint32_t> numbers_;
  bool met_limit_ = false;
};

}  // namespace hmaplab::explore
