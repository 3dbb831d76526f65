#include "app/pictures/palette_picture.h"

#include <algorithm>

#include "app/pictures/field_sketch.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kRow = 24;

void draw_choice(Sketch& sketch, const Rect& row, const CommandChoice& choice, size_t number,
                 bool is_chosen) {
  if (is_chosen) sketch.box({.rect = row, .fill = Color::AccentSoft, .round = 4});
  Rect rest = row;
  rest.cut_left(8);
  rest.cut_right(8);
  const float keys = sketch.text_width(TextStyle::Small, choice.keys, Wording::AsItIs);
  sketch.label(rest.cut_right(keys + 1, 12), choice.keys,
               {.style = TextStyle::Small, .color = Color::TextDim, .align = Align::Right,
                .wording = Wording::AsItIs});
  sketch.label(rest, choice.text,
               {.style = TextStyle::Body, .color = is_chosen ? Color::Text : Color::TextDim});
  sketch.hit(row, {.kind = Command::Kind::TakeCommand, .number = number});
}

}  // namespace

Picture palette_picture(const CommandBox& box, float width, float height,
                        const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  float y = draw_field(sketch, {0, 0, width, 0}, box.field,
                       {.most_rows = 1, .empty_text = "a part of what you want"}) + 8;
  const auto rows = static_cast<size_t>(std::max((height - y) / kRow, 1.0F));
  const size_t first = box.chosen < rows ? 0 : box.chosen + 1 - rows;
  for (size_t i = first; i < std::min(box.choices.size(), first + rows); ++i) {
    draw_choice(sketch, {0, y, width, kRow}, box.choices[i], i, i == box.chosen);
    y += kRow;
  }
  if (box.choices.empty())
    sketch.label({8, y, width - 8, kRow}, "no command has these words",
                 {.style = TextStyle::Small, .color = Color::TextFaint});
  sketch.reach(height);
  return sketch.take();
}

}  // namespace hmaplab::pictures
