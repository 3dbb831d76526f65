#include "app/pictures/palette_picture.h"

#include "app/pictures/choice_list.h"
#include "app/pictures/field_sketch.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

void draw_choice(Sketch& sketch, Rect row, const CommandChoice& choice, bool is_chosen) {
  const float keys = sketch.text_width(TextStyle::Small, choice.keys, Wording::AsItIs);
  sketch.label(row.cut_right(keys + 1, 12), choice.keys,
               {.style = TextStyle::Small, .color = Color::TextDim, .align = Align::Right,
                .wording = Wording::AsItIs});
  sketch.label(row, choice.text,
               {.style = TextStyle::Body, .color = is_chosen ? Color::Text : Color::TextDim});
}

}  // namespace

Picture palette_picture(const CommandBox& box, float width, float height,
                        const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  const float y = draw_field(sketch, {0, 0, width, 0}, box.field,
                       {.most_rows = 1, .empty_text = "a part of what you want"}) + 8;
  draw_choices(
      sketch, {box.choices.size(), box.chosen, "no command has these words"}, y, height,
      [&](Rect row, size_t i, bool is_chosen) { draw_choice(sketch, row, box.choices[i], is_chosen); },
      [](size_t i) { return Command{.kind = Command::Kind::TakeCommand, .number = i}; });
  sketch.reach(height);
  return sketch.take();
}

}  // namespace hmaplab::pictures
