// The points of a line: the steps of one execution of it by one goroutine, so that one sees what a line
// like m[k] = v is made of, and where in it the goroutine stands.
//
//   branch     g1 g2 g2 g3 g2 g3 g2 g3        line 9 is executed by g2 and by g3
//   line 9        9  9  9  9  9  9  9
//   execution     ●  ●     ●  ▲  ○            that of g2, at position 5: three steps made, one to come
//
// An execution ends where the goroutine makes a step on another line, or where a loop comes back to the
// beginning of the line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/session/timeline.h"

namespace hmaplab::session {

struct LineExecution {
  schedule::Actor actor;
  uint32_t line = 0;
  std::vector<uint32_t> steps;  // of the run, ascending; at least one

  // How many of them are made at a position.
  size_t made_at(uint32_t position) const;
};

// The execution of a line of the main file (from 1) that a position lies in, or the last one before
// it, or else the first behind it. Nothing when the run makes no step on that line. Of a very long
// one only the part around the position: 2,000 steps at most to either side.
std::optional<LineExecution> line_execution(const Timeline& run, uint32_t line, uint32_t position);

// A line for the whole, and one for each point: "> 57  mapassign/load_flags  reads the flags …". Made steps
// are marked with "x", the one that comes next with ">".
std::string line_points_text(const Timeline& run, const LineExecution& execution,
                             uint32_t position);

}  // namespace hmaplab::session
