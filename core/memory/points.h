// The named points: every place where a step can stop, with its name and one sentence. Schedules,
// breakpoints, lessons, traces and explanations all take names and sentences from these two tables:
//   points_map.def   the points of the map engine (mapassign, mapaccess, evacuate, …)
//   points_vm.def    all others: loads and stores of the program's own variables, locks, output,
//   ends
// A row is POINT(operation, name, sentence); its enumerator is operation_name and its text
// "operation/name".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hmaplab::memory {

enum class Point : uint16_t {
  none,
#define POINT(operation, name, sentence) operation##_##name,
#include "core/memory/points_map.def"
#include "core/memory/points_vm.def"
#undef POINT
  count
};

// A load or a store: of the map engine, or of the program itself. All other points are
// synchronisation, output, creation, ends and lanes. (The tables begin with the accesses.)
constexpr bool is_access(Point point) {
  return point != Point::none && point <= Point::len_load_count;
}

std::string_view operation(Point point);  // "mapassign"
std::string_view name(Point point);       // "mapassign/check_writing"
std::string_view sentence(Point point);   // "looks at hashWriting: is another writer inside?"
std::optional<Point> point_named(std::string_view name);

}  // namespace hmaplab::memory
