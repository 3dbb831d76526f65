#include "core/trace/reachable.h"

namespace hmaplab::trace {

using Phase = vm::Collector::Phase;

std::optional<Reachable> reachable_objects(const vm::World& world) {
  constexpr int kMostSteps = 100'000;  // far more than a collection has
  if (world.end()) return std::nullopt;
  vm::World copy = world;
  copy.request_collection();
  const uint32_t before = copy.collector().collections;
  for (int step = 0; step < kMostSteps; ++step) {
    const vm::Collector& collector = copy.collector();
    if (collector.phase == Phase::Sweep) return Reachable{.marks = collector.marked};
    if (collector.collections != before) return Reachable{};  // there was nothing to sweep
    if (copy.end() || !copy.is_enabled(schedule::kCollector)) break;
    copy.step(schedule::kCollector);
  }
  return std::nullopt;
}

}  // namespace hmaplab::trace
