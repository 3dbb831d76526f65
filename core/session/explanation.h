// Explanation: why a run ended badly, as a numbered chain of steps. Every link is necessary, and
// the engine has decided that, not belief: for each there is a schedule that does without the step,
// and its run ends otherwise. With it goes what became of the deferred calls, and why recover did
// not help.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/memory/points.h"
#include "core/schedule/actor.h"
#include "core/session/neighbour.h"
#include "core/session/timeline.h"
#include "core/trace/recovery.h"

namespace hmaplab::session {

struct Link {
  uint32_t step = 0;  // index in the run
  schedule::Actor actor;
  uint32_t line = 0;     // of the program's own file; 0: made elsewhere
  std::string source;    // that line, trimmed
  std::string function;  // in which the step was made: "main.main.func1"; "" for gc and clock
  memory::Point point = memory::Point::none;
  std::string sentence;  // begins behind the actor's name: "sets hashWriting in stock.flags"
  Without how = Without::Never;
  std::string without;  // the schedule that does without it
  std::string instead;  // how that one ends: "exit status 0"
};

struct Explanation {
  static constexpr size_t kMostLinks = 8;
  static constexpr size_t kFewestLinks = 3;  // where the run has as many

  std::vector<Link> chain;   // in the order of the run; empty when it ended by itself or at a limit
  trace::Recovery recovery;  // the same
};

// Costs some runs of the program.
Explanation explain(const Timeline& run);

// "had it come last: exit status 0", "until it comes, the process lives".
std::string instead_text(const Link& link);
// All of it with what Go prints, as lines of text. `file`: what the program is called.
std::string explanation_text(const Timeline& run, const Explanation& explanation,
                             const std::string& file);

}  // namespace hmaplab::session
