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
  if (which == WhichArray::New) return trace::bucket_role(map, chain);
  return chain.evacuated ? "evacuated" : which == WhichArray::Old ? trace::old_bucket_role(map, chain) : "";
}

const char* name_of(WhichArray which) {
  return which == WhichArray::New ? "" : which == WhichArray::Old ? "old " : "former ";
}

const std::vector<trace::ChainView>& chains_of(const trace::MapView& map, WhichArray which) {
  return which == WhichArray::New   ? map.buckets
         : which == WhichArray::Old ? map.oldbuckets
                                    : map.formerbuckets;
}

memory::Address address_of(const trace::MapView& map, WhichArray which) {
  const auto& chains = chains_of(map, which);
  return chains.empty() ? memory::Address::Nil : chains.front().buckets.front().address;
}

std::string short_role_of(const trace::MapView& map, const trace::ChainView& chain,
                          WhichArray which) {
  if (which != WhichArray::New) return chain.evacuated ? "moved" : "";
  const bool doubles = map.growing && map.old_bucket_count < map.bucket_count;
  return !doubles ? "" : chain.index < map.old_bucket_count ? "X" : "Y";
}

bool holds(const trace::ChainView& chain, memory::Address bucket) {
  return std::any_of(chain.buckets.begin(), chain.buckets.end(),
                     [bucket](const trace::BucketView& known) { return known.address == bucket; });
}

std::vector<IteratorMark> iterators_at(const Run& run, const trace::MapView& map,
                                       const trace::ChainView& chain, WhichArray which) {
  std::vector<IteratorMark> marks;
  for (const trace::IteratorView& iterator : map.iterators) {
    const bool is_here = holds(chain, iterator.at);
    // It began in this array: where nobody knows the array's address, it is the map's.
    const bool is_its_array = iterator.buckets_at == address_of(map, which) ||
                              (which == WhichArray::New && iterator.buckets_at == memory::Address::Nil);
    const bool starts = is_its_array && iterator.start_bucket == chain.index;
    if (!is_here && !starts) continue;
    for (const Lane& lane : run.lanes) {
      if (lane.person.name != iterator.goroutine) continue;
      marks.push_back({.person = lane.person,
                       .starts = starts,
                       .is_here = is_here,
                       .bucket = iterator.at,
                       .slot = iterator.slot(),
                       .tooltip = trace::iterator_text(iterator)});
    }
  }
  return marks;
}

// Arrows between the buckets of a chain, unless there would be many.
enum class Links : uint8_t { Arrows, Texts };

Links links_of(const std::vector<trace::ChainView>& chains) {
  constexpr size_t kMostArrows = 12;
  size_t links = 0;
  for (const trace::ChainView& chain : chains) links += chain.buckets.size() - 1;
  return links > kMostArrows ? Links::Texts : Links::Arrows;
}

void draw_link(Sketch& sketch, Point top, Links links, const std::string& to, float width) {
  if (links == Links::Texts) {
    sketch.label({top.x - width / 2 + 5, top.y, width - 10, kLinkHeight}, "→ " + to,
                 {.style = TextStyle::Tiny, .color = Color::TextDim});
    return;
  }
  sketch.stroke({.from = top,
                 .to = {top.x, top.y + kLinkHeight - 5},
                 .color = Color::TextDim,
                 .width = 1.5F});
  sketch.icon({top.x - 4, top.y + kLinkHeight - 8, 8, 8}, Shape::Triangle, Color::TextDim);
}

// The bucket and its overflow buckets, downwards; gives the height.
float draw_chain(Sketch& sketch, Point top_left, const CardSize& size, const BucketTitle& title,
                 const trace::ChainView& chain, Links links, const Run& run, const Moment& moment) {
  float y = top_left.y;
  BucketTitle current = title;
  for (size_t i = 0; i < chain.buckets.size(); ++i) {
    const trace::BucketView& bucket = chain.buckets[i];
    draw_bucket(sketch, {top_left.x, y}, size, current, bucket, run, moment);
    y += size.height();
    const bool touched = moment.touched && bucket.overflow_at != memory::Address::Nil &&
                         moment.touched->address == bucket.overflow_at;
    if (touched) draw_touched(sketch, {top_left.x + 8, y - 4, size.width - 16, 3}, *moment.touched);
    if (i + 1 == chain.buckets.size()) break;
    const std::string name = fmt::format("{}.ovf{}", title.name, i + 1);
    draw_link(sketch, {top_left.x + size.width / 2, y}, links, name, size.width);
    y += kLinkHeight;
    current = {.name = name,
               .role = "overflow",
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
  const auto& chains = chains_of(map, which);
  const Links links = links_of(chains);
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
        .name = fmt::format("{}{}", name_of(which), chain.index),
        .role = role_of(map, chain, which),
        .short_role = short_role_of(map, chain, which),
        .old_array = which != WhichArray::New,
        .evacuated = which != WhichArray::New && chain.evacuated,
        .iterators = iterators_at(run, map, chain, which)};
    row_height = std::max(row_height,
                          draw_chain(sketch, {x, y}, grid.card, title, chain, links, run, moment));
    if (which == WhichArray::Old && chain.index == map.nevacuate)
      draw_front(sketch, x - Grid::kGap / 2, y, grid.card.height());
  }
  return y + row_height - place.y;
}

float draw_ghost_array(Sketch& sketch, const Rect& place, const Grid& grid, float height,
                       const ArrayGhost& ghost) {
  const size_t rows = std::max<size_t>(
      1, static_cast<size_t>((height + Grid::kGap) / (grid.card.height() + Grid::kGap)));
  const uint64_t shown = std::min<uint64_t>(ghost.buckets, rows * grid.columns);
  for (uint64_t i = 0; i < shown; ++i) {
    const float x = place.x + static_cast<float>(i % grid.columns) * (grid.card.width + Grid::kGap);
    const float y =
        place.y + static_cast<float>(i / grid.columns) * (grid.card.height() + Grid::kGap);
    const Rect card{x, y, grid.card.width, grid.card.height()};
    sketch.box({.rect = card,
                .border = Color::SunkenBorder,
                .round = look::metrics::kCardRound,
                .dashed = true});
    sketch.label({x + 5, y, card.w - 10, grid.card.title()}, fmt::format("old {}", i),
                 {.style = TextStyle::Small, .color = Color::TextFaint, .struck = true});
    sketch.hit(card, {},
               fmt::format("was at {:#x} until step {}: nothing points to the old array any more",
                           memory::bits(ghost.array), ghost.step + 1));
  }
  sketch.reach(place.y + height);
  return height;
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
