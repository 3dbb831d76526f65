#include "app/pictures/map_picture.h"

#include <fmt/core.h>

#include <algorithm>
#include <span>

#include "app/pictures/bucket_array.h"
#include "app/pictures/hmap_header.h"
#include "app/pictures/map_layout.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kWindowChoice = 170;
constexpr float kRoomyFrom = 330;  // from this height on lesser fields stand above the arrays

// The header's last fields, until they are drawn.
using Fields = std::span<const HeaderField>;

// Draws a cell at the left of a line, and cuts its place off.
void draw_cell(Sketch& sketch, Rect& line, const Moment& moment, const trace::MapView& map,
               const HeaderField& field) {
  draw_header_cell(
      sketch, line.cut_left(std::min(line.w, header_cell_width(sketch, field)), kHeaderCellGap),
      moment, map, field);
}

void draw_beside(Sketch& sketch, Rect line, std::string_view text) {
  line.cut_left(4);
  if (sketch.text_width(TextStyle::Small, text) > line.w) return;
  sketch.label(line, text, {.style = TextStyle::Small, .color = Color::TextDim});
}

// Adds nevacuate to the fields that still look for a place when there is none beside the pointer.
void draw_old_array(Sketch& sketch, Rect& rest, const MapLayout& layout, const Run& run,
                    const Moment& moment, const trace::MapView& map,
                    std::vector<HeaderField>& fields) {
  Rect line = rest.cut_top(kCaptionHeight, kCaptionGap);
  draw_cell(sketch, line, moment, map, pointer_field("oldbuckets", map.oldbuckets_at));
  const HeaderField nevacuate = nevacuate_field(map);
  if (draw_fitting_fields(sketch, line, moment, map, {&nevacuate, 1}) == 0)
    fields.push_back(nevacuate);
  if (map.growing) {
    draw_beside(sketch, line,
                fmt::format("{} of {} evacuated", std::min(map.nevacuate, map.old_bucket_count),
                            map.old_bucket_count));
  }
  const float kept = layout.grid.height(layout.old_rows);
  const float height =
      map.growing ? draw_bucket_array(sketch, rest, layout.grid, run, moment, map, WhichArray::Old)
                  : draw_no_array(sketch, rest, kept, "The map is not growing.");
  rest.cut_top(std::max(height, kept), kSectionGap);
}

// "0 – 63 of 1024" with a button to either side.
void draw_window_choice(Sketch& sketch, const Rect& line, const trace::MapView& map) {
  const uint64_t shown = map.buckets.size();
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

// Gives the fields that found no place beside the pointer to the array.
Fields draw_array(Sketch& sketch, Rect& rest, const Grid& grid, const Run& run,
                  const Moment& moment, const trace::MapView& map, Fields fields) {
  Rect line = rest.cut_top(kCaptionHeight, kCaptionGap);
  if (map.buckets.size() < map.bucket_count && !map.buckets.empty())
    draw_window_choice(sketch, line.cut_right(std::min(kWindowChoice, line.w / 2)), map);
  draw_cell(sketch, line, moment, map, pointer_field("buckets", map.buckets_at));
  fields = fields.subspan(draw_fitting_fields(sketch, line, moment, map, fields));
  if (map.bucket_count > 0)
    draw_beside(sketch, line, fmt::format("2^{} = {}", map.B, map.bucket_count));
  const float height =
      map.buckets.empty()
          ? draw_no_array(sketch, rest, grid.card.height(),
                          "There is no bucket yet: the first write makes one.")
          : draw_bucket_array(sketch, rest, grid, run, moment, map, WhichArray::New);
  rest.cut_top(height, kSectionGap);
  return fields;
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
  const bool shows_old = map.growing || run.growing_map(map.address) != nullptr;
  Sketch sketch(measure, place.w);
  Rect rest{1, 10, place.w - 9, 100'000};  // room for badges above, and to the right
  const float choice = draw_map_choice(sketch, {rest.x, 4, rest.w, 0}, moment, which);
  if (choice > 0) rest.cut_top(choice, 4);
  rest.cut_top(draw_hmap_header(sketch, rest, run, moment, map), kHeaderRowGap);
  std::vector<HeaderField> fields = lesser_fields(map, shows_old);
  if (!shows_old && place.h >= kRoomyFrom) {
    rest.cut_top(draw_field_rows(sketch, rest, moment, map, fields), kHeaderRowGap);
    fields.clear();
  }
  const MapLayout layout = map_layout({rest.x, rest.y, rest.w, place.h - rest.y - 2}, run, map);
  if (shows_old) draw_old_array(sketch, rest, layout, run, moment, map, fields);
  const Fields left = draw_array(sketch, rest, layout.grid, run, moment, map, fields);
  draw_field_rows(sketch, rest, moment, map, left);
  return sketch.take();
}

}  // namespace hmaplab::pictures
