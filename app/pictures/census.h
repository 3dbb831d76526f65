// The census of a program as pictures and text show it: what was asked, how far it is, every way to
// end. Plain data; whoever explores (app/shell) fills it in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/explore/explore.h"
#include "core/schedule/actor.h"

namespace hmaplab::pictures {

// What to explore, and how.
struct CensusChoices {
  static constexpr int kUnbounded = -1;
  static constexpr int kMostPreemptions = 5;  // that can be chosen

  explore::Mode mode = explore::Mode::Census;
  explore::Points points = explore::Points::Access;
  int preemptions = kUnbounded;  // at most so many; heeded in a census only
  bool from_beginning = false;   // else behind the steps made so far

  friend bool operator==(const CensusChoices&, const CensusChoices&) = default;
};

// One way to end.
struct CensusOutcome {
  explore::Outcome outcome;
  std::string interleavings;            // digits; "" where there is no number
  std::optional<double> portion;        // of all interleavings
  std::optional<double> share;          // another thing: see explore/census.h
  uint32_t switches = 0;                // of the witness: the fewest
  std::vector<schedule::Move> witness;  // empty while it is not known

  bool fails() const {
    return outcome.kind != explore::OutcomeKind::Ok && outcome.kind != explore::OutcomeKind::Limit;
  }
};

struct Census {
  enum class Phase : uint8_t {
    Never,    // nobody has asked yet
    Running,  // the numbers grow
    Stopped,  // by a person, before its end
    Done,
    Failed,  // see `error`
  };

  Phase phase = Phase::Never;
  CensusChoices choices;  // for the next one
  CensusChoices asked;    // of the one that is shown
  uint32_t position = 0;  // the step behind which it began
  uint64_t seed = 1;

  uint64_t states = 0;
  uint64_t turns = 0;
  std::string interleavings;      // digits: of all, or so far; "" where there is no number
  std::optional<double> seconds;  // none in pictures that must not change
  bool complete = false;
  uint64_t pruned = 0;  // turns that were not taken
  size_t cycles = 0;
  double never_ends = 0;  // the share of runs without an end
  std::vector<CensusOutcome> outcomes;
  std::string error;

  bool has_result() const { return phase == Phase::Stopped || phase == Phase::Done; }
  // The failing outcome with the fewest context switches; nothing when none fails.
  std::optional<size_t> shortest_failure() const;
};

// Takes over what an exploration says.
void take_result(Census& census, const explore::Result& result);

// "A", "B", … of an outcome.
std::string outcome_letter(size_t index);
// "fatal error: concurrent map writes"; "ends well" where Go says nothing.
std::string outcome_title(const explore::Outcome& outcome);
// What it prints, in one line: "prints 1 | 2"; "prints nothing".
std::string outcome_output(const explore::Outcome& outcome);
// "from step 12, interleaved at every access, any number of preemptions"
std::string asked_text(const Census& census);
// "no failing schedule (complete, 1,394 interleavings, seed 1)"
std::string verdict_text(const Census& census);
// How far it is, or was: "1,394 states, 34,650 interleavings, 3 outcomes".
std::string progress_text(const Census& census);
// What was left out and what goes on for ever; "" for nothing.
std::string left_out_text(const Census& census);
// "12.5 %", "< 0.01 %"
std::string percent_text(double portion);
// The whole panel as text.
std::string census_text(const Census& census);

}  // namespace hmaplab::pictures
