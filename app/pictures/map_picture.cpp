#include "app/pictures/map_picture.h"

#include <fmt/core.h>

#include <algorithm>
#include <span>

#include "app/pictures/bucket_array.h"
#include "app/pictures/bytes_picture.h"
#include "app/pictures/heat_picture.h"
#include "app/pictures/hmap_header.h"
#include "app/pictures/key_split.h"
#include "app/pictures/map_layout.h"
#include "app/pictures/map_parts.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kWindowChoice = 170;
constexpr float kRoomyFrom = 330;  // from this height on lesser fields stand above the arrays
constexpr float kSplitFrom = 230;  // and from this one the key in hand
constexpr float kKeySplitGap = 4;
constexpr float kHeatText = 18;
constexpr float kTitle = 22;         // of one of several maps
constexpr float kLowestOfAll = 170;  // of them

void draw_beside(Sketch& sketch, Rect line, std::string_view text) {
  line.cut_left(4);
  if (sketch.text_width(TextStyle::Small, text) > line.w) return;
  sketch.label(line, text, {.style = TextStyle::Small, .color = Color::TextDim});
}

// One map, from the top down.
class MapSketch {
 public:
  MapSketch(Sketch& sketch, const Rect& place, float height, const Run& run, const Moment& moment,
            const trace::MapView& map, MapZoom zoom)
      : sketch_(sketch),
        rest_(place),
        bottom_(place.y + height),
        run_(run),
        moment_(moment),
        map_(map),
        zoom_(zoom),
        shows_old_(keeps_old_array(run, moment, map)),
        fields_(lesser_fields(map, shows_old_)) {}

  void draw() {
    const float height = bottom_ - rest_.y;
    rest_.cut_top(draw_hmap_header(sketch_, rest_, run_, moment_, map_), kHeaderRowGap);
    if (!shows_old_ && height >= kRoomyFrom) {
      const bool has_extra = map_.extra_at != memory::Address::Nil;  // it stands beside the array
      const auto above = std::span(fields_).first(fields_.size() - (has_extra ? 1 : 0));
      rest_.cut_top(draw_field_rows(sketch_, rest_, moment_, map_, above), kHeaderRowGap);
      fields_.erase(fields_.begin(), fields_.end() - (has_extra ? 1 : 0));
    }
    if (height >= kSplitFrom && zoom_ != MapZoom::Bytes)
      draw_key_split(sketch_, rest_.cut_top(kKeySplitHeight, kKeySplitGap), run_, moment_, map_);
    layout_ = map_layout({rest_.x, rest_.y, rest_.w, bottom_ - rest_.y}, run_, map_, shows_old_);
    if (zoom_ == MapZoom::Bytes) return draw_all_bytes();
    if (shows_old_) draw_old_array();
    draw_array();
    rest_.cut_top(draw_below_arrays(sketch_, rest_, run_, map_), kSectionGap);
    draw_field_rows(sketch_, rest_, moment_, map_, fields_);
  }

 private:
  bool is_heat() const {
    return zoom_ == MapZoom::Heat && moment_.density && moment_.density->map == map_.address;
  }

  // Draws a cell at the left of a line, and cuts its place off.
  void draw_cell(Rect& line, const HeaderField& field) {
    const float width = std::min(line.w, header_cell_width(sketch_, field));
    draw_header_cell(sketch_, line.cut_left(width, kHeaderCellGap), moment_, map_, field);
  }

  // Adds nevacuate to the fields that still look for a place when there is none beside the pointer.
  void draw_old_array() {
    Rect line = rest_.cut_top(kCaptionHeight, kCaptionGap);
    draw_cell(line, pointer_field("oldbuckets", map_.oldbuckets_at));
    const HeaderField nevacuate = nevacuate_field(map_);
    if (draw_fitting_fields(sketch_, line, moment_, map_, {&nevacuate, 1}) == 0)
      fields_.push_back(nevacuate);
    const float kept = is_heat() ? 0 : layout_.grid.height(layout_.old_rows);
    rest_.cut_top(std::max(draw_old_buckets(line, kept), kept), kSectionGap);
  }

  float draw_old_buckets(const Rect& line, float kept) {
    const ArrayGhost* ghost = moment_.trail.ghost_of(map_.address);
    if (!map_.growing && !map_.formerbuckets.empty() && !is_heat()) return draw_former_array();
    if (!map_.growing) {
      if (ghost == nullptr) return draw_no_array(sketch_, rest_, kept, "The map is not growing.");
      draw_beside(sketch_, line,
                  fmt::format("let go at step {}: {} moved", ghost->step + 1, ghost->buckets));
      return kept == 0 ? 0 : draw_ghost_array(sketch_, rest_, layout_.grid, kept, *ghost);
    }
    draw_beside(sketch_, line,
                trace::evacuated_text(map_));
    if (is_heat()) return draw_heat(sketch_, rest_, map_, *moment_.density, WhichArray::Old);
    return draw_bucket_array(sketch_, rest_, layout_.grid, run_, moment_, map_, WhichArray::Old);
  }

  // What it is stands beside it, where there is room.
  float draw_former_array() {
    const Grid& grid = layout_.grid;
    const auto columns = static_cast<float>(std::min(grid.columns, map_.formerbuckets.size()));
    Rect beside = rest_;
    beside.cut_left(columns * (grid.card.width + Grid::kGap) + 6);
    if (beside.w > 90)
      sketch_.paragraph({beside.x, beside.y + 4}, beside.w, trace::kFormerArray,
                        {.style = TextStyle::Small, .color = Color::TextDim});
    return draw_bucket_array(sketch_, rest_, grid, run_, moment_, map_, WhichArray::Former);
  }

  // Takes the fields away that found a place beside the pointer to the array.
  void draw_array() {
    Rect line = rest_.cut_top(kCaptionHeight, kCaptionGap);
    draw_zoom_choice(sketch_, line, zoom_);
    const bool is_window = map_.buckets.size() < map_.array_length && !map_.buckets.empty();
    if (is_window && !is_heat())
      draw_window_choice(sketch_, line.cut_right(std::min(kWindowChoice, line.w / 2)), map_);
    draw_cell(line, pointer_field("buckets", map_.buckets_at));
    const size_t drawn = draw_fitting_fields(sketch_, line, moment_, map_, fields_);
    fields_.erase(fields_.begin(), fields_.begin() + static_cast<std::ptrdiff_t>(drawn));
    if (const std::string differs = trace::length_text(map_); !differs.empty())
      draw_beside(sketch_, line, differs);
    else if (map_.bucket_count > 0)
      draw_beside(sketch_, line, fmt::format("2^{} = {}", map_.B, map_.bucket_count));
    rest_.cut_top(draw_buckets(), kSectionGap);
  }

  float draw_buckets() {
    if (map_.buckets.empty())
      return draw_no_array(sketch_, rest_, layout_.grid.card.height(),
                           "There is no bucket yet: the first write makes one.");
    if (!is_heat())
      return draw_bucket_array(sketch_, rest_, layout_.grid, run_, moment_, map_, WhichArray::New);
    sketch_.label(rest_.cut_top(kHeatText), heat_text(*moment_.density, WhichArray::New),
                  {.style = TextStyle::Small, .color = Color::TextDim});
    return draw_heat(sketch_, rest_, map_, *moment_.density, WhichArray::New);
  }

  void draw_all_bytes() {
    Rect line = rest_.cut_top(kCaptionHeight, kCaptionGap);
    draw_zoom_choice(sketch_, line, zoom_);
    sketch_.label(line, "the header, and the bucket that was touched or chosen last",
                  {.style = TextStyle::Small, .color = Color::TextDim});
    for (const trace::BytesView& bytes : moment_.bytes)
      rest_.cut_top(draw_bytes(sketch_, rest_, run_, moment_, bytes), kSectionGap);
  }

  Sketch& sketch_;
  Rect rest_;
  float bottom_;
  const Run& run_;
  const Moment& moment_;
  const trace::MapView& map_;
  MapZoom zoom_;
  bool shows_old_;
  std::vector<HeaderField> fields_;  // until they are drawn
  MapLayout layout_;
};

Picture no_map_picture(float width, const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  const Rect card{0, 4, width, 110};
  sketch.box({.rect = card,
              .border = Color::SunkenBorder,
              .round = look::metrics::kCardRound,
              .dashed = true});
  sketch.label({16, 16, width - 32, 22}, "no map in memory",
               {.style = TextStyle::Strong, .color = Color::TextDim});
  sketch.paragraph({16, 42}, width - 32,
                   "None has been made yet, or the collector has freed it. A nil map is a nil pointer: "
                   "reading it gives zero values, and writing to it panics.",
                   {.style = TextStyle::Body, .color = Color::TextDim});
  sketch.reach(card.bottom());
  return sketch.take();
}

}  // namespace

std::string map_title(const trace::MapView& map) {
  return fmt::format("{}  {}", trace::names_text(map), map.type);
}

Picture map_picture(const Run& run, const Moment& moment, size_t which, Rect place,
                    const look::TextMeasure& measure, MapZoom zoom) {
  if (moment.maps.empty()) return no_map_picture(place.w, measure);
  Sketch sketch(measure, place.w);
  Rect rest{1, 10, place.w - 9, 100'000};  // room for badges above, and to the right
  const float choice = draw_map_choice(sketch, {rest.x, 4, rest.w, 0}, moment, which);
  if (choice > 0) rest.cut_top(choice, 4);
  const bool all = which == kAllMaps && moment.maps.size() > 1;
  if (!all) {
    const trace::MapView& map = moment.maps[std::min(which, moment.maps.size() - 1)];
    MapSketch(sketch, rest, place.h - rest.y - 2, run, moment, map, zoom).draw();
    return sketch.take();
  }
  const float height = std::max(kLowestOfAll, place.h / static_cast<float>(moment.maps.size()));
  Picture picture = sketch.take();
  float down = rest.y;
  for (const trace::MapView& map : moment.maps) {
    Sketch one(measure, place.w);
    one.label({1, 0, rest.w, kTitle}, map_title(map), {.style = TextStyle::Heading});
    MapSketch(one, {1, kTitle, rest.w, 100'000}, height - kTitle, run, moment, map, MapZoom::Cards)
        .draw();
    Picture part = one.take();
    const float below = part.height + kSectionGap;
    append(picture, std::move(part), down);
    down += below;
  }
  return picture;
}

}  // namespace hmaplab::pictures
