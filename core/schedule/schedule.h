// A schedule as people write it: who moves, and how far.
//
//   g1*12 g2>mapassign/set_writing g3 g2! g3/1 clock
//
//   g3        one step            g1*12     twelve steps
//   g3/1      one step, which is a select and takes its clause 1 (in source order, from 0); or which
//             is a fatal error while another goroutine is about to die of one: both texts on one line
//   g2~       a store of g2 reaches memory; g2~/1: the oldest of its second word
//   g2!       until it blocks, ends, or ends the process
//   g2>NAME   until its next step is the point NAME (nothing when it stands there already)
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/memory/points.h"
#include "core/schedule/actor.h"

namespace hmaplab::schedule {

struct Order {
  enum class Until : uint8_t { Steps, Point, Blocked };

  Actor actor;
  Until until = Until::Steps;
  uint64_t steps = 1;                         // for Steps
  uint32_t choice = Move::kNoChoice;          // for one step: which ready case a select takes
  memory::Point point = memory::Point::none;  // for Point

  friend bool operator==(const Order&, const Order&) = default;
};

struct Schedule {
  std::vector<Order> orders;

  friend bool operator==(const Schedule&, const Schedule&) = default;
};

// The error names the word that is wrong and what was expected.
base::Result<Schedule> parse_schedule(std::string_view text);
std::string to_text(const Schedule& schedule);
// The orders that make exactly these steps, equal neighbours put together.
Schedule recorded(const std::vector<Move>& steps);

}  // namespace hmaplab::schedule
