#include "app/pictures/fatal_picture.h"

#include <fmt/core.h>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kLeft = 40;  // of the text, behind the number and the badge

// The number, who it was, what it did, and below it where.
float draw_link(Sketch& sketch, float y, const Run& run, size_t number, const session::Link& link) {
  const Person* person = run.person(link.actor);
  const float width = sketch.width() - kLeft;
  sketch.label({0, y + 1, 16, 17}, std::to_string(number),
               {.style = TextStyle::Small, .color = Color::TextDim, .align = Align::Right});
  if (person != nullptr) sketch.badge({28, y + 10}, *person, 8);
  float bottom = y + 1;
  bottom += sketch.paragraph({kLeft, bottom}, width, link.sentence,
                             {.style = TextStyle::Small, .color = Color::Text});
  Rect place{kLeft, bottom, width, 16};
  const std::string step = fmt::format("step {}", link.step + 1);
  sketch.label(place.cut_right(sketch.text_width(TextStyle::Tiny, step) + 1, 8), step,
               {.style = TextStyle::Tiny, .color = Color::TextDim, .align = Align::Right});
  const std::string where = link.line == 0 ? link.function : fmt::format("line {}", link.line);
  sketch.label(place,
               fmt::format("{}{}{}", where, where.empty() ? "" : "  ", memory::name(link.point)),
               {.style = TextStyle::CodeTiny, .color = Color::TextDim});
  const float height = bottom + 16 - y;
  sketch.hit({0, y, sketch.width(), height}, {.kind = Command::Kind::Seek, .number = link.step + 1},
             link.source + (link.source.empty() ? "" : "\n") + session::instead_text(link));
  return height;
}

}  // namespace

Picture fatal_picture(const Run& run, float width, const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  const bool fits = sketch.text_width(TextStyle::CodeBold, run.ending.headline) <= width;
  const TextStyle style = fits ? TextStyle::CodeBold : TextStyle::CodeSmall;
  float y = sketch.paragraph({0, 0}, width, run.ending.headline,
                             {.style = style, .color = Color::DangerText}) +
            2;
  size_t number = 0;
  for (const session::Link& link : run.explanation.chain)
    y += draw_link(sketch, y, run, ++number, link) + 2;
  const std::string& why = run.explanation.recovery.sentences;
  y += sketch.paragraph({0, y + 2}, width, why.empty() ? run.ending.explanation : why,
                        {.style = TextStyle::Small, .color = Color::TextDim}) +
       2;
  sketch.reach(y);
  return sketch.take();
}

}  // namespace hmaplab::pictures
