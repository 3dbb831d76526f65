#include "app/pictures/bucket_array.h"

#include <fmt/core.h>

#include <algorithm>

#include "app/pictures/bucket_card.h"
#include "app/pictures/glow.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kLinkHeight = 14;  // between a bucket and its overflow bucket

std::string role_of(const trace::MapView& map, const trace::ChainView& chain, WhichArray which) {
  if (which == WhichArray::Old) {
    if (chain.evacuated) return "evacuated";
    return chain.index == map.nevacuate ? "next" : "";
  }
  if (!map.growing || map.old_bucket_count == 0) return "";
  if (map.old_bucket_count == map.bucket_count) return fmt::format("from old {}", chain.index);
  const bool lower = chain.index < map.old_bucket_count;
  return fmt::format("{} of old {}", lower ? "X" : "Y", chain.index % map.old_bucket_count);
}

std::string short_role_of(const trace::MapView& map, const trace::ChainView& chain,
                          WhichArray which) {
  if (which == WhichArray::Old) return chain.evacuated ? "moved" : "";
  const bool doubles = map.growing && map.old_bucket_count < map.bucket_count;
  return !doubles ? "" : chain.index < map.old_bucket_count ? "X" : "Y";
}

std::vector<Person> iterators_at(const Run& run, const trace::MapView& map, uint64_t index) {
  std::vector<Person> persons;
  for (const trace::IteratorView& iterator : map.iterators) {
    if (iterator.bucket != index) continue;
    for (const Lane& lane : run.lanes) {
      if (lane.person.name == iterator.goroutine) persons.push_back(lane.person);
    }
  }
  return persons;
}

// The bucket and its overflow buckets, downwards; gives the height.
float draw_chain(Sketch& sketch, Point top_left, const CardSize& size, const BucketTitle& title,
                 const trace::ChainView& chain, const Moment& moment) {
  float y = top_left.y;
  BucketTitle current = title;
  for (size_t i = 0; i < chain.buckets.size(); ++i) {
    const trace::BucketView& bucket = chain.buckets[i];
    draw_bucket(sketch, {top_left.x, y}, size, current, bucket, moment);
    y += size.height();
    const bool touched = moment.touched && bucket.overflow_at != memory::Address::Nil &&
                         moment.touched->address == bucket.overflow_at;
    if (touched) draw_touched(sketch, {top_left.x + 8, y - 4, size.width - 16, 3}, *moment.touched);
    if (i + 1 == chain.buckets.size()) break;
    const float middle = top_left.x + size.width / 2;
    sketch.stroke({.from = {middle, y},
                   .to = {middle, y + kLinkHeight - 5},
                   .color = Color::TextDim,
                   .width = 1.5F});
    sketch.icon({middle - 4, y + kLinkHeight - 8, 8, 8}, Shape::Triangle, Color::TextDim);
    y += kLinkHeight;
    current = {.name = "overflow",
               .role = fmt::format("of {}", title.name),
               .short_role = "",
               .old_array = title.old_array,
               .evacuated = title.evacuated,
               .iterators = {}};
  }
  return y - top_left.y;
}

void draw_front(Sketch& sketch, float middle_of_gap, float top, float height) {
  const float x = std::max(1.0F, middle_of_gap);  // before the first column there is no gap
  sketch.stroke({.from = {x, top - 2},
                 .to = {x, top + height + 2},
                 .color = Color::Accent,
                 .width = 2,
                 .dashed = true});
  sketch.icon({std::max(0.0F, x - 5), top - 8, 10, 7}, Shape::Triangle, Color::Accent);
  sketch.hit({x - 5, top, 10, height}, {},
             "nevacuate: every old bucket before this line has moved");
}

}  // namespace

float draw_bucket_array(Sketch& sketch, const Rect& place, const Grid& grid, const Run& run,
                        const Moment& moment, const trace::MapView& map, WhichArray which) {
  const auto& chains = which == WhichArray::Old ? map.oldbuckets : map.buckets;
  float y = place.y;
  float row_height = 0;
  for (size_t i = 0; i < chains.size(); ++i) {
    const size_t column = i % grid.columns;
    if (column == 0 && i > 0) {
      y += row_height + Grid::kGap;
      row_height = 0;
    }
    const trace::ChainView& chain = chains[i];
    const float x = place.x + static_cast<float>(column) * (grid.card.width + Grid::kGap);
    const BucketTitle title{
        .name = fmt::format("{}{}", which == WhichArray::Old ? "old " : "", chain.index),
        .role = role_of(map, chain, which),
        .short_role = short_role_of(map, chain, which),
        .old_array = which == WhichArray::Old,
        .evacuated = which == WhichArray::Old && chain.evacuated,
        .iterators =
            which == WhichArray::New ? iterators_at(run, map, chain.index) : std::vector<Person>{}};
    row_height = std::max(row_height, draw_chain(sketch, {x, y}, grid.card, title, chain, moment));
    if (which == WhichArray::Old && chain.index == map.nevacuate)
      draw_front(sketch, x - Grid::kGap / 2, y, grid.card.height());
  }
  return y + row_height - place.y;
}

float draw_no_array(Sketch& sketch, const Rect& place, float place_height,
                    std::string_view sentence) {
  const Rect card{place.x, place.y, place.w, place_height};
  sketch.box({.rect = card,
              .border = Color::SunkenBorder,
              .round = look::metrics::kCardRound,
              .dashed = true});
  const float height = look::style_info(TextStyle::Small).line_height;
  sketch.paragraph({card.x + 14, card.center().y - height / 2}, card.w - 28, sentence,
                   {.style = TextStyle::Small, .color = Color::TextFaint, .align = Align::Center});
  return card.h;
}

}  // namespace hmaplab::pictures
