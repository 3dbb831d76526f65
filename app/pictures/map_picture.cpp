#include "app/pictures/map_picture.h"

#include <fmt/core.h>

#include <algorithm>

#include "app/pictures/bucket_array.h"
#include "app/pictures/hmap_header.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kCaptionHeight = kHeaderCellHeight;
constexpr float kCaptionGap = 9;
constexpr float kSectionGap = 10;

bool grows_in_run(const Run& run, const trace::MapView& map) {
  return std::find(run.growing_maps.begin(), run.growing_maps.end(), map.address) !=
         run.growing_maps.end();
}

// The name of an array with the pointer to it, and what is to be said beside. Gives the place that
// is left.
Rect draw_caption(Sketch& sketch, const Rect& line, const Moment& moment, const trace::MapView& map,
                  const HeaderField& pointer, std::string_view beside) {
  Rect rest = line;
  const Rect cell = rest.cut_left(header_cell_width(sketch, pointer), 10);
  draw_header_cell(sketch, cell, moment, map, pointer);
  sketch.label(rest, beside, {.style = TextStyle::Small, .color = Color::TextDim});
  rest.cut_left(sketch.text_width(TextStyle::Small, beside));
  return rest;
}

void draw_old_array(Sketch& sketch, Rect& rest, const Grid& grid, const Run& run,
                    const Moment& moment, const trace::MapView& map) {
  const std::string progress =
      map.growing ? fmt::format("{} of {} evacuated", std::min(map.nevacuate, map.old_bucket_count),
                                map.old_bucket_count)
                  : "";
  draw_caption(sketch, rest.cut_top(kCaptionHeight, kCaptionGap), moment, map,
               pointer_field("oldbuckets", map.oldbuckets_at), progress);
  const float height =
      map.growing ? draw_bucket_array(sketch, rest, grid, run, moment, map, WhichArray::Old)
                  : draw_no_array(sketch, rest, grid, "The map is not growing.");
  rest.cut_top(height, kSectionGap);
}

// "0 – 63 of 1024" with a button to either side.
void draw_window_choice(Sketch& sketch, const Rect& line, const trace::MapView& map) {
  const uint64_t shown = map.buckets.size();
  if (shown >= map.bucket_count || shown == 0) return;
  Rect rest = line;
  const auto button = [&](Shape shape, uint64_t first, const char* tooltip) {
    const Rect place = rest.cut_right(22, 4);
    sketch.icon({place.x + 6, place.y + 6, 10, 10}, shape, Color::TextDim);
    sketch.hit(place, {.kind = Command::Kind::ShowBuckets, .number = first}, tooltip);
  };
  const uint64_t last = map.first_bucket + shown;
  button(Shape::Forward, last < map.bucket_count ? last : map.first_bucket, "the next buckets");
  button(Shape::Back, map.first_bucket > shown ? map.first_bucket - shown : 0,
         "the buckets before");
  sketch.label(rest, fmt::format("{} – {} of {}", map.first_bucket, last - 1, map.bucket_count),
               {.style = TextStyle::Small, .color = Color::TextDim, .align = Align::Right});
}

void draw_array(Sketch& sketch, Rect& rest, const Grid& grid, const Run& run, const Moment& moment,
                const trace::MapView& map) {
  const std::string size =
      map.bucket_count == 0 ? "" : fmt::format("2^{} = {}", map.B, map.bucket_count);
  const Rect line = draw_caption(sketch, rest.cut_top(kCaptionHeight, kCaptionGap), moment, map,
                                 pointer_field("buckets", map.buckets_at), size);
  draw_window_choice(sketch, line, map);
  if (map.buckets.empty()) {
    draw_no_array(sketch, rest, grid, "There is no bucket yet: the first write makes one.");
  } else {
    draw_bucket_array(sketch, rest, grid, run, moment, map, WhichArray::New);
  }
}

// Cards as high as the room allows, for the rows that there are.
Grid fitting_grid(float width, float height, const trace::MapView& map, bool shows_old) {
  // A map that grows in this run keeps its columns while it does.
  Grid grid = grid_of(width, shows_old ? 1000 : std::max<size_t>(2, map.buckets.size()));
  size_t rows = std::max<size_t>(1, grid.rows(map.buckets.size()));
  float fixed = kCaptionHeight + kCaptionGap;
  if (shows_old) {
    rows += std::max<size_t>(1, grid.rows(map.oldbuckets.size()));
    fixed += kCaptionHeight + kCaptionGap + kSectionGap;
  }
  const auto count = static_cast<float>(rows);
  grid.card.slot = kLowestSlot;
  const float least = fixed + count * grid.card.height() + (count - 1) * kGridGap;
  grid.card.slot =
      std::clamp(kLowestSlot + (height - least) / count / 8, kLowestSlot, kHighestSlot);
  return grid;
}

Picture no_map_picture(float width, const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  const Rect card{0, 4, width, 110};
  sketch.box({.rect = card,
              .border = Color::SunkenBorder,
              .round = look::metrics::kCardRound,
              .dashed = true});
  sketch.label({16, 16, width - 32, 22}, "nil",
               {.style = TextStyle::CodeBold, .color = Color::TextDim});
  sketch.paragraph({16, 42}, width - 32,
                   "There is no hmap in memory. A nil map is a nil pointer: reading it gives zero "
                   "values, and writing to it "
                   "panics.",
                   {.style = TextStyle::Body, .color = Color::TextDim});
  sketch.reach(card.bottom());
  return sketch.take();
}

// A chip for each map, when there are several; gives the height.
float draw_map_choice(Sketch& sketch, const Rect& place, const Moment& moment, size_t which) {
  constexpr float kChip = 22;
  if (moment.maps.size() < 2) return 0;
  Rect rest{place.x, place.y, place.w, kChip};
  for (size_t i = 0; i < moment.maps.size(); ++i) {
    const std::string title = map_title(moment.maps[i]);
    const float width = std::min(180.0F, sketch.text_width(TextStyle::Small, title) + 18);
    if (width > rest.w && i > 0) {
      rest = {place.x, rest.y + kChip + 4, place.w, kChip};
    }
    const Rect chip = rest.cut_left(width, 6);
    const bool chosen = i == which;
    sketch.card(chip, chosen ? Color::AccentSoft : Color::Raised,
                chosen ? Color::Accent : Color::PanelBorder, kChip / 2);
    sketch.label({chip.x + 9, chip.y, chip.w - 18, chip.h}, title,
                 {.style = TextStyle::Small, .color = chosen ? Color::Text : Color::TextDim});
    sketch.hit(chip, {.kind = Command::Kind::ShowMap, .number = i}, "", kChip / 2);
  }
  return rest.bottom() - place.y;
}

}  // namespace

std::string map_title(const trace::MapView& map) {
  std::string names;
  for (const std::string& name : map.names) names += (names.empty() ? "" : ", ") + name;
  return fmt::format("{}{}{}", names, names.empty() ? "" : "  ", map.type);
}

Picture map_picture(const Run& run, const Moment& moment, size_t which, Rect place,
                    const look::TextMeasure& measure) {
  if (moment.maps.empty()) return no_map_picture(place.w, measure);
  const trace::MapView& map = moment.maps[std::min(which, moment.maps.size() - 1)];
  const bool shows_old = map.growing || grows_in_run(run, map);
  Sketch sketch(measure, place.w);
  Rect rest{1, 10, place.w - 9, 100'000};  // room for badges above, and to the right
  const float choice = draw_map_choice(sketch, {rest.x, 4, rest.w, 0}, moment, which);
  if (choice > 0) rest.cut_top(choice, 4);
  rest.cut_top(draw_hmap_header(sketch, rest, run, moment, map, shows_old), kSectionGap);
  const Grid grid = fitting_grid(rest.w, place.h - rest.y, map, shows_old);
  if (shows_old) draw_old_array(sketch, rest, grid, run, moment, map);
  draw_array(sketch, rest, grid, run, moment, map);
  return sketch.take();
}

}  // namespace hmaplab::pictures
