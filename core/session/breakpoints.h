// Breakpoints: where running through a branch stops, forwards as well as backwards. They belong to
// the program under study, not to a branch: choosing another schedule keeps them.
//
//   line 12                  before an actor's first step of a stay on that line of the main file. A
//                            stay ends when the actor comes to another line; it begins anew when the
//                            step comes again with which it began (a loop within the line)
//   mapassign/set_writing    before each step with that name
//   write 0xc000012000 8     behind each step that wrote one of these bytes
//   panic                    at the end of the run, when it ends so; also fatal, throw, deadlock,
//                            limit, or bad: any of them
//
// A stop is a position (steps made). Where it is before a step, that step is next; the end and the
// beginning of the run are always stops.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/memory/points.h"
#include "core/session/accesses.h"
#include "core/session/timeline.h"
#include "core/trace/ending.h"

namespace hmaplab::session {

struct Breakpoint {
  enum class Kind : uint8_t { Line, Point, Write, Ending };

  Kind kind = Kind::Line;
  uint32_t line = 0;                           // for Line, from 1
  memory::Point point = memory::Point::none;   // for Point
  Word word;                                   // for Write
  std::optional<trace::EndingKind> ending;     // for Ending; nothing: any bad one
  bool active = true;

  // The same place, active or not.
  bool same_place(const Breakpoint& other) const;
};

// "12" or "line 12", the name of a point, "write ADDRESS [BYTES]" or the word for an end. The error
// says what was expected.
base::Result<Breakpoint> parse_breakpoint(std::string_view text);
// As parse_breakpoint reads it.
std::string to_text(const Breakpoint& breakpoint);

// Where running on stopped, and why: numbers in the list of breakpoints; none at a mere end or
// beginning of the run.
struct Stop {
  uint32_t position = 0;
  std::vector<size_t> hit;
};

class Breakpoints {
 public:
  const std::vector<Breakpoint>& list() const { return list_; }
  // Adds it, or takes away the one at the same place. True: it is there now.
  bool toggle(const Breakpoint& breakpoint);
  void remove(size_t index);
  // Keeps it in the list, but nothing stops there.
  void set_active(size_t index, bool active);
  // The active breakpoint of a line; nullptr when there is none.
  const Breakpoint* at_line(uint32_t line) const;

  // The nearest stop behind, or before, `position`. Costs one look at each step up to it.
  Stop next(const Timeline& run, uint32_t position) const;
  Stop previous(const Timeline& run, uint32_t position) const;

 private:
  std::vector<Breakpoint> list_;
};

// "stopped at step 17: line 12", "the end of the run".
std::string stop_text(const Timeline& run, const Breakpoints& breakpoints, const Stop& stop);

}  // namespace hmaplab::session
