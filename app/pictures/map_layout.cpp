#include "app/pictures/map_layout.h"

#include <algorithm>
#include <bit>

#include "app/pictures/bucket_marks.h"

namespace hmaplab::pictures {
namespace {

constexpr float kNarrowest = 117;
constexpr float kNarrowestOfNumbers = 82;
constexpr float kNarrowestOfTwoColumns = 220;
constexpr float kWidest = 210;
constexpr size_t kFewBuckets = 16;   // a growing map of no more has at most four columns
constexpr uint64_t kMostShown = 64;  // buckets, of a MapView

struct Rows {
  size_t of_buckets = 1;
  size_t of_old = 0;
};

bool is_number(const std::string& type) {
  return type.starts_with("int") || type.starts_with("uint") || type == "byte" || type == "bool";
}

// Texts need more room than numbers.
float key_share(const trace::MapView& map) {
  const bool key = is_number(map.key_type);
  const bool elem = is_number(map.elem_type);
  return key == elem ? 0.5F : key ? 0.4F : 0.6F;
}

float gutter_of(const Run& run) { return shows_marks(run) ? kMarkGutter : 0; }

size_t columns_of(float width, size_t most, const Run& run, const trace::MapView& map) {
  const bool numbers = is_number(map.key_type) && is_number(map.elem_type);
  const float narrowest = (numbers ? kNarrowestOfNumbers : kNarrowest) + gutter_of(run);
  const auto fitting = static_cast<size_t>((width + Grid::kGap) / (narrowest + Grid::kGap));
  return std::bit_floor(std::clamp<size_t>(fitting, 1, most));
}

float card_width(float width, size_t columns) {
  const auto count = static_cast<float>(columns);
  return (width - Grid::kGap * (count - 1)) / count;
}

Rows rows_now(const Grid& grid, const trace::MapView& map, bool shows_old) {
  return {.of_buckets = std::max<size_t>(1, grid.rows(map.buckets.size())),
          .of_old = shows_old ? std::max<size_t>(1, grid.rows(map.oldbuckets.size())) : 0};
}

// With what the map grows to in the run.
Rows rows_at_most(const Grid& grid, const trace::MapView& map, const GrowingMap& growing) {
  const Rows now = rows_now(grid, map, /*shows_old=*/true);
  const size_t most = std::min(growing.most_buckets, kMostShown);
  return {.of_buckets = std::max(now.of_buckets, grid.rows(most)),
          .of_old = std::max(now.of_old, grid.rows(most / 2))};
}

// What is not slots.
float frame_height(const Grid& grid, const Rows& rows) {
  const auto count = static_cast<float>(rows.of_buckets + rows.of_old);
  float height =
      kCaptionHeight + kCaptionGap + count * (grid.card.frame() + Grid::kGap) - Grid::kGap;
  if (rows.of_old > 0) height += kCaptionHeight + kCaptionGap + kSectionGap - Grid::kGap;
  return height;
}

// The highest slots with which all rows fit; lower than kLowestSlot when they do not.
float fitting_slot(Grid grid, const Rows& rows, float height) {
  const auto slots = static_cast<float>((rows.of_buckets + rows.of_old) * grid.card.slot_rows());
  grid.card.slot = kHighestSlot;
  const float roomy = (height - frame_height(grid, rows)) / slots;
  if (roomy >= kDenseBelow) return std::min(roomy, kHighestSlot);
  grid.card.slot = kLowestSlot;
  return std::min((height - frame_height(grid, rows)) / slots, kDenseBelow - 0.1F);
}

// A single bucket in a low place: its slots in two columns, when that makes it fit better.
void try_two_columns(Grid& grid, const Rect& place, const trace::MapView& map) {
  const bool has_room = card_width(place.w, map.buckets.size()) >= kNarrowestOfTwoColumns;
  if (map.buckets.empty() || !has_room) return;
  grid.columns = map.buckets.size();
  grid.card.slot_columns = 2;
}

}  // namespace

bool keeps_old_array(const Run& run, const Moment& moment, const trace::MapView& map) {
  const GrowingMap* growing = run.growing_map(map.address);
  // Overflow buckets need the place themselves.
  const bool has_overflow =
      std::any_of(map.buckets.begin(), map.buckets.end(),
                  [](const trace::ChainView& chain) { return chain.buckets.size() > 1; });
  const bool will_grow =
      growing != nullptr && moment.position <= growing->last_growth && !has_overflow;
  return map.growing || will_grow || !map.formerbuckets.empty() ||
         moment.trail.ghost_of(map.address) != nullptr;
}

MapLayout map_layout(const Rect& place, const Run& run, const trace::MapView& map, bool shows_old) {
  const GrowingMap* growing = run.growing_map(map.address);
  const bool few =
      std::max<uint64_t>(map.bucket_count, growing == nullptr ? 0 : growing->most_buckets) <=
      kFewBuckets;
  // A map that grows in this run keeps its columns while it does.
  const size_t most = !shows_old ? std::max<size_t>(2, map.buckets.size()) : few ? 4 : 8;
  MapLayout layout;
  Grid& grid = layout.grid;
  grid.card.key_share = key_share(map);
  grid.card.gutter = gutter_of(run);
  grid.columns = columns_of(place.w, most, run, map);
  Rows rows = rows_now(grid, map, shows_old);
  if (growing != nullptr && shows_old) {
    const Rows at_most = rows_at_most(grid, map, *growing);
    if (fitting_slot(grid, at_most, place.h) >= kDenseBelow) rows = at_most;
  }
  if (!shows_old && fitting_slot(grid, rows, place.h) < kLowestOfOneArray) {
    try_two_columns(grid, place, map);
    rows = rows_now(grid, map, shows_old);
  }
  grid.card.width = std::min(kWidest * static_cast<float>(grid.card.slot_columns),
                             card_width(place.w, grid.columns));
  grid.card.slot =
      std::max(shows_old ? kLowestSlot : kLowestOfOneArray, fitting_slot(grid, rows, place.h));
  layout.old_rows = rows.of_old;
  return layout;
}

}  // namespace hmaplab::pictures
