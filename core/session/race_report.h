// Races as a person reads them: both accesses with the stack, the locks and the name of what was
// touched. A World keeps of an access only where it was; the rest is found by making the steps of
// the run once more up to each of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/order/access.h"
#include "core/schedule/actor.h"
#include "core/vm/world.h"

namespace hmaplab::session {

struct RaceFrame {
  std::string function;  // "main.(*T).M"
  std::string place;     // "main.go:12"
  uint32_t offset = 0;   // of the instruction, as tracebacks show it
};

struct RaceSide {
  order::Access access;
  schedule::Actor actor;
  std::vector<RaceFrame>
      stack;  // inner frames first; for an operation on a map the runtime's own on top
  std::vector<RaceFrame> creation;  // where the goroutine was started; empty for main
  std::vector<std::string> locks;   // held at that moment: "mu", "mu (reading)"
};

struct RaceReport {
  std::string object;  // "n", "m", "s[]"
  RaceSide first;      // the earlier access
  RaceSide second;
  bool first_has_finished =
      false;  // the goroutine of the earlier access, when the later one was made
};

// `start` is the World at its first step, `moves` are all that were made from there, `races` are
// those that were found on the way.
std::vector<RaceReport> report_races(const vm::World& start,
                                     const std::vector<schedule::Move>& moves,
                                     const std::vector<order::Race>& races);

// What Go's race detector prints for it, with goroutine numbers of ours; files stand in `folder`,
// or as they are when it is "".
std::string race_text(const RaceReport& report, const std::string& folder);

// Go tells only the first race at an address.
std::vector<RaceReport> first_at_each_address(const std::vector<RaceReport>& reports);

}  // namespace hmaplab::session
