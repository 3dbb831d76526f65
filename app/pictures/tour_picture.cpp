#include "app/pictures/tour_picture.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kDot = 7;
constexpr float kDots = 14;  // from one to the next

// A dot a card, the one that is shown filled.
void draw_dots(Sketch& sketch, Point at, const TourCard& card) {
  for (size_t i = 0; i < card.count; ++i) {
    const Rect place{at.x + static_cast<float>(i) * kDots, at.y, kDot, kDot};
    sketch.box({.rect = place,
                .fill = i == card.number ? Color::Accent : Color::None,
                .border = i == card.number ? Color::Accent : Color::TextFaint,
                .round = kDot / 2});
  }
}

}  // namespace

Picture tour_picture(const TourCard& card, float width, const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  const float cap = sketch.key_cap({0, 2}, card.key, Color::Text);
  sketch.label({cap + 10, 0, width - cap - 10, 24}, card.title, {.style = TextStyle::Title});
  float y = 34;
  y += sketch.paragraph({0, y}, width, card.text, {.style = TextStyle::Body}) + 14;
  draw_dots(sketch, {0, y + 6}, card);
  const bool is_last = card.number + 1 == card.count;
  const float left = static_cast<float>(card.count) * kDots + 8;
  sketch.label({left, y, width - left, 20},
               is_last ? "Enter or Esc ends the tour" : "Enter goes on · Esc ends the tour",
               {.style = TextStyle::Small, .color = Color::TextDim, .align = Align::Right});
  sketch.reach(y + 20);
  return sketch.take();
}

Rect beside(const Rect& what, float width, float height, const Rect& window) {
  constexpr float kGap = 12;
  const float x = std::clamp(what.center().x - width / 2, window.x + kGap,
                             std::max(window.x + kGap, window.right() - width - kGap));
  const float y = std::clamp(what.center().y - height / 2, window.y + kGap,
                             std::max(window.y + kGap, window.bottom() - height - kGap));
  const std::array<Rect, 4> places = {Rect{what.right() + kGap, y, width, height},
                                      Rect{what.x - kGap - width, y, width, height},
                                      Rect{x, what.bottom() + kGap, width, height},
                                      Rect{x, what.y - kGap - height, width, height}};
  for (const Rect& place : places) {
    if (window.contains(place)) return place;
  }
  return {x, std::max(window.y + kGap, what.bottom() - height - kGap), width, height};
}

}  // namespace hmaplab::pictures
