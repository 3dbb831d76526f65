#include "app/pictures/heat_picture.h"

#include <fmt/core.h>

#include <algorithm>
#include <bit>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kNumbers = 44;  // of the first bucket of a row
constexpr float kNarrowest = 6.5F;
constexpr float kWidest = 26;
constexpr float kHeight = 15;
constexpr float kGap = 2;

const std::vector<trace::DensityCell>& cells_of(const trace::DensityView& density,
                                                WhichArray which) {
  return which == WhichArray::Old ? density.oldbuckets : density.buckets;
}

bool evacuated(const trace::DensityCell& cell) { return cell.evacuated == cell.looked; }

// How much of the slots of the array itself would be needed, from 0 to 1.
float load_of(const trace::DensityCell& cell) {
  const uint32_t live = cell.looked - cell.evacuated;
  return live == 0 ? 0
                   : std::min(1.0F, static_cast<float>(cell.used) / static_cast<float>(8 * live));
}

void draw_cell(Sketch& sketch, const Rect& cell, const trace::DensityCell& density, bool is_next) {
  if (evacuated(density)) {
    sketch.box({.rect = cell, .border = Color::SunkenBorder, .round = 1, .dashed = true});
    return;
  }
  const float load = load_of(density);
  sketch.box({.rect = cell,
              .fill = Color::Sunken,
              .border = is_next ? Color::Accent : Color::None,
              .round = 1});
  const float height = density.used == 0 ? 0 : 1.5F + load * (cell.h - 3.5F);
  sketch.box({.rect = {cell.x, cell.bottom() - height, cell.w, height},
              .fill = Color::Accent,
              .round = 1,
              .opacity = 0.25F + 0.6F * load});
  if (density.overflow > 0)
    sketch.box(
        {.rect = {cell.center().x - 1.5F, cell.y, 3, 3}, .fill = Color::Warning, .round = 1});
}

}  // namespace

float draw_heat(Sketch& sketch, const Rect& place, const trace::MapView& map,
                const trace::DensityView& density, WhichArray which) {
  const auto& cells = cells_of(density, which);
  const uint64_t each = which == WhichArray::Old ? density.old_each : density.each;
  const float room = std::max(kNarrowest, place.w - kNumbers);
  const size_t columns = std::bit_floor(std::clamp(static_cast<size_t>(room / kNarrowest),
                                                   size_t{1}, std::max(size_t{1}, cells.size())));
  const float width = std::min(kWidest, room / static_cast<float>(columns));
  for (size_t i = 0; i < cells.size(); ++i) {
    const float y = place.y + static_cast<float>(i / columns) * (kHeight + kGap);
    const uint64_t first = i * each;
    if (i % columns == 0)
      sketch.label({place.x, y, kNumbers - 6, kHeight}, std::to_string(first),
                   {.style = TextStyle::Tiny, .color = Color::TextFaint, .align = Align::Right});
    const Rect cell{place.x + kNumbers + static_cast<float>(i % columns) * width, y, width - 1,
                    kHeight};
    const bool is_next =
        which == WhichArray::Old && map.nevacuate >= first && map.nevacuate < first + each;
    draw_cell(sketch, cell, cells[i], is_next);
    sketch.hit(cell, {.kind = Command::Kind::ShowBuckets, .number = first});
  }
  const auto rows = static_cast<float>((cells.size() + columns - 1) / columns);
  sketch.reach(place.y + rows * (kHeight + kGap));
  return rows * (kHeight + kGap);
}

std::string heat_text(const trace::DensityView& density, WhichArray which) {
  uint64_t used = 0;
  uint64_t overflow = 0;
  uint64_t live = 0;
  for (const trace::DensityCell& cell : cells_of(density, which)) {
    used += cell.used;
    overflow += cell.overflow;
    live += cell.looked - cell.evacuated;
  }
  const uint64_t each = which == WhichArray::Old ? density.old_each : density.each;
  const double load = live == 0 ? 0 : static_cast<double>(used) / static_cast<double>(live);
  std::string text = fmt::format("{} a cell, {:.1f} keys a bucket",
                                 each == 1 ? "1 bucket" : fmt::format("{} buckets", each), load);
  if (overflow > 0) text += fmt::format(", {} overflow", overflow);
  return text + (density.sampled ? " (of those looked at)" : "");
}

}  // namespace hmaplab::pictures
