#include "core/memory/points.h"

#include <array>

namespace hmaplab::memory {
namespace {

struct Row {
  std::string_view operation;
  std::string_view name;
  std::string_view sentence;
};

constexpr std::array<Row, static_cast<size_t>(Point::count)> kRows = {{
    {"", "", ""},
#define POINT(operation, name, sentence) {#operation, #operation "/" #name, sentence},
#include "core/memory/points_map.def"
#include "core/memory/points_vm.def"
#undef POINT
}};

const Row& row(Point point) { return kRows[static_cast<size_t>(point)]; }

}  // namespace

std::string_view operation(Point point) { return row(point).operation; }
std::string_view name(Point point) { return row(point).name; }
std::string_view sentence(Point point) { return row(point).sentence; }

std::optional<Point> point_named(std::string_view name) {
  for (size_t i = 1; i < kRows.size(); ++i) {
    if (kRows[i].name == name) return static_cast<Point>(i);
  }
  return std::nullopt;
}

}  // namespace hmaplab::memory
