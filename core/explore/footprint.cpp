#include "core/explore/footprint.h"

#include <algorithm>
#include <string_view>

namespace hmaplab::explore {

using vm::AccessKind;
using vm::Step;

namespace {

// Synchronisation that touches one object, which its step names, and nothing else.
bool touches_one_object(memory::Point point) {
  constexpr std::string_view kOperations[] = {"mutex", "rwmutex", "once",      "atomic",
                                              "chan",  "cond",    "waitgroup", "pool"};
  return std::find(std::begin(kOperations), std::end(kOperations), memory::operation(point)) !=
         std::end(kOperations);
}

void add(Footprint& footprint, const Step& step) {
  const memory::Point point = step.point;
  if (point == memory::Point::go_create || point == memory::Point::runtime_gosched ||
      point == memory::Point::runtime_spin)
    return;
  if (point == memory::Point::output_write) {
    footprint.output = true;
  } else if (memory::is_access(point)) {
    if (step.access == AccessKind::None || base::is_stack(step.address)) return;
    const uint64_t size = std::max<uint64_t>(step.old_value.size, 1);
    footprint.ranges.push_back({step.address, size, step.access == AccessKind::Store});
    if (point == memory::Point::slice_copy) footprint.everything = true;  // its source is not named
  } else if (touches_one_object(point) && step.object != memory::Address::Nil) {
    constexpr uint64_t kHeader = 128;  // at least as much as any object of package sync
    footprint.ranges.push_back({step.object, kHeader, true});
  } else {
    footprint.everything = true;
  }
}

bool overlap(const Footprint::Range& a, const Footprint::Range& b) {
  return (a.writes || b.writes) && a.begin < b.begin + b.size && b.begin < a.begin + a.size;
}

}  // namespace

Footprint footprint_of(const Made& made, const vm::World& after) {
  Footprint footprint;
  for (const Step& step : made.own) add(footprint, step);
  for (const Step& step : made.others) add(footprint, step);
  // Who asks for a collection depends on what all have allocated.
  const bool may_collect = after.heap().live_bytes() >= after.collector().goal / 2 ||
                           after.collector().phase != vm::Collector::Phase::Idle;
  footprint.everything = footprint.everything || may_collect || after.end().has_value();
  return footprint;
}

bool are_independent(const Footprint& a, const Footprint& b) {
  if (a.everything || b.everything || (a.output && b.output)) return false;
  return std::none_of(a.ranges.begin(), a.ranges.end(), [&](const Footprint::Range& mine) {
    return std::any_of(b.ranges.begin(), b.ranges.end(),
                       [&](const Footprint::Range& other) { return overlap(mine, other); });
  });
}

}  // namespace hmaplab::explore
