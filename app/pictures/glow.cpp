#include "app/pictures/glow.h"

#include <utility>

namespace hmaplab::pictures {

void draw_touched_frame(Sketch& sketch, const Rect& place, const Touched& touched) {
  sketch.focus(place);
  sketch.box({.rect = place.grown(1),
              .border = touched.person.color,
              .round = 4,
              .line = 2,
              .dashed = !touched.stored});
  const float radius = place.h < 15 ? 6 : 7.5F;
  sketch.badge({place.right() + 1, place.y}, touched.person, radius);
}

void draw_touched(Sketch& sketch, const Rect& place, const Touched& touched) {
  sketch.box({.rect = place.grown(1),
              .fill = touched.person.color,
              .round = 4,
              .opacity = touched.stored ? 0.16F : 0.08F});
  draw_touched_frame(sketch, place, touched);
}

void draw_halo(Sketch& sketch, const Rect& place, look::Color color) {
  sketch.box({.rect = place.grown(7), .fill = color, .round = 9, .opacity = 0.10F});
  sketch.box({.rect = place.grown(4), .fill = color, .round = 7, .opacity = 0.18F});
}

void hit_cell(Sketch& sketch, const Rect& cell, const Command& select, std::string tooltip) {
  Hit hit{.rect = cell, .command = select, .tooltip = std::move(tooltip)};
  hit.other = select;
  sketch.hit(hit);
}

void draw_selected(Sketch& sketch, const Rect& cell, bool is_selected) {
  if (!is_selected) return;
  sketch.box({.rect = cell.grown(1),
              .border = look::Color::Accent,
              .round = look::metrics::kCellRound + 1,
              .line = 1.5F,
              .dashed = true});
}

}  // namespace hmaplab::pictures
