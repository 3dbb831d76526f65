#include "app/pictures/now_picture.h"
#include "app/pictures/steps_picture.h"

#include <fmt/core.h>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kRow = 20;

std::string place_text(const trace::StepText& text) {
  if (text.object.empty()) return text.field;
  return text.field.empty() ? text.object : text.object + "." + text.field;
}

std::string change_text(const trace::StepText& text) {
  if (text.new_value.empty()) return text.old_value.empty() ? "" : "= " + text.old_value;
  return text.old_value.empty() ? text.new_value
                                : fmt::format("{} → {}", text.old_value, text.new_value);
}

void draw_person(Sketch& sketch, Point center, const Run& run, schedule::Actor actor,
                 float radius) {
  if (const Person* person = run.person(actor)) sketch.badge(center, *person, radius);
}

// A field and how it changed, beside each other or, where that is too narrow, in two rows; gives
// the height.
float draw_change(Sketch& sketch, float y, std::string_view place, std::string_view change) {
  constexpr float kLine = 17;
  constexpr float kPadding = 4.5F;
  const float width = sketch.width() - 16;
  const float change_width = sketch.text_width(TextStyle::CodeSmall, change);
  const float both = sketch.text_width(TextStyle::CodeSmall, place) + 12 + change_width;
  const bool two_rows = both > width && !change.empty();
  const float height = 2 * kPadding + (two_rows ? 2 : 1) * kLine;
  sketch.card({0, y, sketch.width(), height}, Color::Sunken, Color::SunkenBorder,
              look::metrics::kCellRound);
  Rect inside{8, y + kPadding, width, height - 2 * kPadding};
  Rect first = inside.cut_top(kLine);
  const float used =
      sketch.label(first, place, {.style = TextStyle::CodeSmall, .color = Color::TextDim});
  first.cut_left(used, 12);
  sketch.label(two_rows ? inside : first, change,
               {.style = TextStyle::CodeSmall, .color = Color::Text});
  return height;
}

// The last step: who, what in a sentence, which point, which field and how it changed.
float draw_last(Sketch& sketch, const Run& run, const StepRow& row) {
  draw_person(sketch, {10, 12}, run, row.actor, 10);
  const float left = 30;
  const float width = sketch.width() - left;
  float y = 1;
  y += sketch.paragraph({left, y}, width, row.text.sentence, {.style = TextStyle::Strong}) + 1;
  sketch.label({left, y, width, 18}, row.text.point,
               {.style = TextStyle::CodeSmall, .color = Color::TextDim});
  y += 21;
  const std::string place = place_text(row.text);
  if (!place.empty()) {
    y += draw_change(sketch, y, place, change_text(row.text));
  }
  return y;
}

void draw_before(Sketch& sketch, const Rect& line, const Run& run, const StepRow& row) {
  Rect rest = line;
  rest.cut_left(30);
  draw_person(sketch, {line.x + 10, line.center().y}, run, row.actor, 7);
  const std::string change = fmt::format("{} {}", row.text.field, change_text(row.text));
  const float width = sketch.text_width(TextStyle::CodeSmall, change) + 1;
  const bool fits = width + sketch.text_width(TextStyle::CodeSmall, row.text.point) + 10 <= rest.w;
  if (change.size() > 1 && fits) {
    sketch.label(rest.cut_right(width, 8), change,
                 {.style = TextStyle::CodeSmall, .color = Color::TextFaint, .align = Align::Right});
  }
  sketch.label(rest, row.text.point, {.style = TextStyle::CodeSmall, .color = Color::TextDim});
  sketch.hit(place_of(row, line, row.text.sentence));
}

void draw_fine_end(Sketch& sketch, const Run& run) {
  sketch.icon({4, 6, 12, 12}, Shape::Ring, Color::Ok);
  sketch.label({30, 0, sketch.width() - 30, 24}, run.ending.headline,
               {.style = TextStyle::Strong, .color = Color::Ok});
  sketch.paragraph({30, 28}, sketch.width() - 30, run.ending.explanation,
                   {.style = TextStyle::Small, .color = Color::TextDim});
}

}  // namespace

Picture now_picture(const Run& run, const Moment& moment, Rect place,
                    const look::TextMeasure& measure) {
  Sketch sketch(measure, place.w);
  std::vector<const StepRow*> past;
  for (const StepRow& row : moment.rows) {
    if (row.index < moment.position) past.push_back(&row);
  }
  if (moment.at_end(run) && run.ending.kind == trace::EndingKind::Fine && run.length() > 0) {
    draw_fine_end(sketch, run);
    return sketch.take();
  }
  if (past.empty()) {
    sketch.paragraph({0, 2}, place.w,
                     "Nothing has happened yet. The right arrow key makes the first step.",
                     {.style = TextStyle::Body, .color = Color::TextDim});
    return sketch.take();
  }
  float y = draw_last(sketch, run, *past.back()) + 6;
  for (size_t i = past.size() - 1; i-- > 0 && y + kRow <= place.h + 0.5F; y += kRow) {
    draw_before(sketch, {0, y, place.w, kRow}, run, *past[i]);
  }
  return sketch.take();
}

}  // namespace hmaplab::pictures
