#include "app/pictures/fatal_picture.h"

#include <fmt/core.h>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

// What the goroutine did, and below it the line of the program it stood on.
float draw_culprit(Sketch& sketch, float y, const Run& run, const trace::Culprit& culprit) {
  const Person* person = run.person(culprit.actor);
  const float left = 28;
  const float width = sketch.width() - left;
  if (person != nullptr) sketch.badge({10, y + 10}, *person, 9);
  const std::string step = fmt::format("step {}", culprit.step + 1);
  const float step_width = sketch.text_width(TextStyle::Small, step) + 1;
  const bool has_room =
      sketch.text_width(TextStyle::Small, culprit.sentence) + step_width + 8 <= width;
  if (has_room) {
    sketch.label({left + width - step_width, y + 1, step_width, 17}, step,
                 {.style = TextStyle::Small, .color = Color::TextDim, .align = Align::Right});
  }
  float bottom = y + 1;
  bottom += sketch.paragraph({left, bottom}, width - (has_room ? step_width + 8 : 0),
                             culprit.sentence, {.style = TextStyle::Small, .color = Color::Text});
  Rect code{left, bottom, width, 18};
  const std::string where = fmt::format("{}:{}", run.file, culprit.line);
  sketch.label(code.cut_right(sketch.text_width(TextStyle::CodeSmall, where) + 1, 8), where,
               {.style = TextStyle::CodeSmall, .color = Color::TextDim, .align = Align::Right});
  sketch.label(code, culprit.source, {.style = TextStyle::CodeSmall, .color = Color::DangerText});
  sketch.hit({0, y, sketch.width(), bottom + 18 - y},
             {.kind = Command::Kind::Seek, .number = culprit.step + 1}, culprit.function);
  return bottom + 18 - y;
}

}  // namespace

Picture fatal_picture(const Run& run, float width, const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  const bool fits = sketch.text_width(TextStyle::CodeBold, run.ending.headline) <= width;
  const TextStyle style = fits ? TextStyle::CodeBold : TextStyle::CodeSmall;
  float y = sketch.paragraph({0, 0}, width, run.ending.headline,
                             {.style = style, .color = Color::DangerText}) +
            2;
  for (const trace::Culprit& culprit : run.ending.culprits)
    y += draw_culprit(sketch, y, run, culprit) + 2;
  y += sketch.paragraph({0, y}, width, run.ending.explanation,
                        {.style = TextStyle::Small, .color = Color::TextDim});
  sketch.reach(y);
  return sketch.take();
}

}  // namespace hmaplab::pictures
