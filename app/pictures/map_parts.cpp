#include "app/pictures/map_parts.h"

#include <fmt/core.h>

#include <algorithm>

#include "app/pictures/bucket_array.h"
#include "app/pictures/map_picture.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kLine = 18;
constexpr uint64_t kMostSpares = 16;  // that are drawn

// A box for each spare overflow bucket; those given out are filled.
float draw_spares(Sketch& sketch, const Rect& place, const trace::MapView& map) {
  Rect line{place.x, place.y, place.w, kLine};
  const uint64_t given = map.spare_total - std::min(map.spare_overflow, map.spare_total);
  const std::string text = trace::spare_text(map);
  const float width = sketch.text_width(TextStyle::Small, text) + 8;
  sketch.label(line.cut_left(std::min(line.w, width)), text,
               {.style = TextStyle::Small, .color = Color::TextDim});
  for (uint64_t i = 0; i < std::min(map.spare_total, kMostSpares) && line.w >= 12; ++i) {
    const Rect box = line.cut_left(10, 3);
    const bool is_given = i < given;
    sketch.box({.rect = {box.x, box.center().y - 6, 10, 12},
                .fill = is_given ? Color::Filled : Color::None,
                .border = is_given ? Color::FilledBorder : Color::SunkenBorder,
                .round = 2,
                .dashed = !is_given});
  }
  sketch.hit({place.x, place.y, place.w, kLine}, {},
             "made together with the array; extra.nextOverflow points to the first that is left");
  return kLine;
}

float draw_iterator(Sketch& sketch, const Rect& place, const Run& run,
                    const trace::IteratorView& iterator) {
  Rect line{place.x, place.y, place.w, kLine};
  for (const Lane& lane : run.lanes) {
    if (lane.person.name == iterator.goroutine)
      sketch.badge(line.cut_left(16, 5).center(), lane.person, 7, /*hollow=*/true);
  }
  return std::max(kLine, sketch.paragraph({line.x, line.y + 1}, line.w, trace::iterator_text(iterator),
                                          {.style = TextStyle::Small, .color = Color::TextDim}));
}

}  // namespace

namespace {

constexpr float kChip = 22;
constexpr float kChipGap = 6;

float chip_width(const Sketch& sketch, const std::string& title) {
  return std::min(180.0F, sketch.text_width(TextStyle::Small, title) + 18);
}

// What stands on the chips: names and types, or names alone when those would take several rows.
std::vector<std::string> chip_titles(const Sketch& sketch, const Moment& moment, float width) {
  std::vector<std::string> titles;
  float taken = chip_width(sketch, "all");
  for (const trace::MapView& map : moment.maps) {
    titles.push_back(map_title(map));
    taken += chip_width(sketch, titles.back()) + kChipGap;
  }
  if (taken <= width) return titles;
  for (size_t i = 0; i < titles.size(); ++i) {
    titles[i] = trace::names_text(moment.maps[i]);
  }
  return titles;
}

}  // namespace

float draw_map_choice(Sketch& sketch, const Rect& place, const Moment& moment, size_t which) {
  if (moment.maps.size() < 2) return 0;
  const std::vector<std::string> titles = chip_titles(sketch, moment, place.w);
  Rect rest{place.x, place.y, place.w, kChip};
  for (size_t i = 0; i <= moment.maps.size(); ++i) {
    const bool is_all = i == moment.maps.size();
    const std::string title = is_all ? "all" : titles[i];
    const float width = chip_width(sketch, title);
    const Wording wording = is_all ? Wording::Said : Wording::AsItIs;
    if (width > rest.w && i > 0) {
      rest = {place.x, rest.y + kChip + 4, place.w, kChip};
    }
    const Rect chip = rest.cut_left(width, kChipGap);
    const size_t number = is_all ? kAllMaps : i;
    const bool chosen = number == which;
    sketch.card(chip, chosen ? Color::AccentSoft : Color::Raised,
                chosen ? Color::Accent : Color::PanelBorder, kChip / 2);
    sketch.label({chip.x + 9, chip.y, chip.w - 18, chip.h}, title,
                 {.style = TextStyle::Small,
                  .color = chosen ? Color::Text : Color::TextDim,
                  .wording = wording});
    sketch.hit(chip, {.kind = Command::Kind::ShowMap, .number = number},
               is_all ? "all maps, one below the other" : map_title(moment.maps[i]), kChip / 2);
  }
  return rest.bottom() - place.y;
}

void draw_zoom_choice(Sketch& sketch, Rect& line, MapZoom zoom) {
  const float width = sketch.text_width(TextStyle::Small, "cards") + 16;
  const Rect pill = line.cut_right(std::min(width, line.w), 6);
  sketch.card(pill, Color::Raised, Color::RaisedBorder, pill.h / 2);
  sketch.label(pill, name(zoom),
               {.style = TextStyle::Small, .color = Color::Accent, .align = Align::Center});
  sketch.hit(pill, {.kind = Command::Kind::ZoomMap},
             fmt::format("heat, cards, bytes; V shows {}", name(next(zoom))), pill.h / 2);
}

void draw_window_choice(Sketch& sketch, const Rect& line, const trace::MapView& map) {
  const uint64_t shown = map.buckets.size();
  Rect rest = line;
  const auto button = [&](Shape shape, uint64_t first, const char* tooltip) {
    const Rect place = rest.cut_right(22, 4);
    sketch.icon({place.x + 6, place.y + 6, 10, 10}, shape, Color::TextDim);
    sketch.hit(place, {.kind = Command::Kind::ShowBuckets, .number = first}, tooltip);
  };
  const uint64_t last = map.first_bucket + shown;
  button(Shape::Forward, last < map.array_length ? last : map.first_bucket, "the next buckets");
  button(Shape::Back, map.first_bucket > shown ? map.first_bucket - shown : 0,
         "the buckets before");
  sketch.label(rest, fmt::format("{} – {} of {}", map.first_bucket, last - 1, map.array_length),
               {.style = TextStyle::Small, .color = Color::TextDim, .align = Align::Right});
}

float draw_below_arrays(Sketch& sketch, const Rect& place, const Run& run,
                        const trace::MapView& map) {
  Rect rest = place;
  for (const trace::IteratorView& iterator : map.iterators)
    rest.cut_top(draw_iterator(sketch, rest, run, iterator));
  if (map.spare_total > 0) rest.cut_top(draw_spares(sketch, rest, map));
  return rest.y - place.y;
}

}  // namespace hmaplab::pictures
