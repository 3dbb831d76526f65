#include "app/pictures/bucket_marks.h"

#include <fmt/core.h>

#include <algorithm>

namespace hmaplab::pictures {

using look::TextStyle;

namespace {

constexpr float kHatch = 4;  // its width

const CellMark* later(const CellMark* a, const CellMark* b) {
  if (a == nullptr || b == nullptr) return a == nullptr ? b : a;
  return a->step > b->step ? a : b;
}

}  // namespace

bool shows_marks(const Run& run) {
  const auto moves = [](const Lane& lane) { return schedule::is_goroutine(lane.person.actor); };
  return std::count_if(run.lanes.begin(), run.lanes.end(), moves) > 1;
}

void draw_hatch(Sketch& sketch, const Rect& place, look::Color color, size_t pattern) {
  constexpr float kApart = 4;
  const auto line = [&](Point from, Point to) {
    sketch.stroke({.from = from, .to = to, .color = color, .width = 1});
  };
  if (pattern % 4 == 3) {
    for (float x = place.x + 1; x <= place.right(); x += 2) line({x, place.y}, {x, place.bottom()});
    return;
  }
  const float rise = pattern % 4 == 2 ? 0 : place.w;
  for (float y = place.y; y + rise <= place.bottom(); y += kApart) {
    const bool back = pattern % 4 == 1;
    line({place.x, back ? y : y + rise}, {place.right(), back ? y + rise : y});
  }
}

void draw_last_touch(Sketch& sketch, const Rect& gutter, const Run& run, const Moment& moment,
                     const SlotBytes& slot) {
  const CellMark* last = moment.trail.last_touch(slot.tophash, 1);
  last = later(last, moment.trail.last_touch(slot.key, slot.key_size));
  last = later(last, moment.trail.last_touch(slot.elem, slot.elem_size));
  if (last == nullptr) return;
  for (size_t lane = 0; lane < run.lanes.size(); ++lane) {
    const Person& person = run.lanes[lane].person;
    if (person.actor != last->actor) continue;
    Rect rest = gutter;
    const Rect hatch = rest.cut_left(kHatch);
    if (last->stored) draw_hatch(sketch, hatch, person.color, lane);
    sketch.label(rest, person.badge,
                 {.style = TextStyle::Tiny, .color = look::text_color(person.color), .align = Align::Right});
    sketch.hit(gutter, {.kind = Command::Kind::Seek, .number = last->step + 1},
               fmt::format("{} {} here last, at step {}", person.name,
                           last->stored ? "wrote" : "read", last->step + 1));
  }
}

}  // namespace hmaplab::pictures
