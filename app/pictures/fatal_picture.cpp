#include "app/pictures/fatal_picture.h"

#include <fmt/core.h>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kLeft = 40;  // of the text, behind the number and the badge

enum class Form : uint8_t { Full, Short };  // with or without a line for where it was

std::string line_text(const session::Link& link) {
  return link.line == 0 ? link.function : fmt::format("line {}", link.line);
}

// "line 14  mapassign/set_writing" and the step at the right.
void draw_place(Sketch& sketch, Rect place, const session::Link& link) {
  const std::string step = fmt::format("step {}", link.step + 1);
  sketch.label(place.cut_right(sketch.text_width(TextStyle::Tiny, step) + 1, 8), step,
               {.style = TextStyle::Tiny, .color = Color::TextDim, .align = Align::Right});
  const std::string line = line_text(link);
  sketch.label(place,
               fmt::format("{}{}{}", line, line.empty() ? "" : "  ", memory::name(link.point)),
               {.style = TextStyle::CodeTiny, .color = Color::TextDim});
}

std::string tooltip(const session::Link& link) {
  std::string text =
      fmt::format("step {}, {}\n", link.step + 1, std::string(memory::name(link.point)));
  if (!link.source.empty()) text += link.source + "\n";
  return text + session::instead_text(link);
}

// The number, who it was, what it did, and where.
float draw_link(Sketch& sketch, float y, const Run& run, size_t number, const session::Link& link,
                Form form) {
  const Person* person = run.person(link.actor);
  sketch.label({0, y + 1, 16, 17}, std::to_string(number),
               {.style = TextStyle::Small, .color = Color::TextDim, .align = Align::Right});
  if (person != nullptr) sketch.badge({28, y + 10}, *person, 8);
  Rect text{kLeft, y + 1, sketch.width() - kLeft, 17};
  if (form == Form::Short && link.line != 0) {
    const std::string line = line_text(link);
    const Rect right = text.cut_right(sketch.text_width(TextStyle::Tiny, line) + 1, 8);
    sketch.label(right, line,
                 {.style = TextStyle::Tiny, .color = Color::TextDim, .align = Align::Right});
  }
  float height = 1 + sketch.paragraph({text.x, text.y}, text.w, link.sentence,
                                      {.style = TextStyle::Small, .color = Color::Text});
  if (form == Form::Full) {
    draw_place(sketch, {kLeft, y + height, sketch.width() - kLeft, 16}, link);
    height += 16;
  }
  sketch.hit({0, y, sketch.width(), height}, {.kind = Command::Kind::Seek, .number = link.step + 1},
             tooltip(link));
  return height;
}

Picture draw(const Run& run, float width, const look::TextMeasure& measure, Form form) {
  Sketch sketch(measure, width);
  const bool fits = sketch.text_width(TextStyle::CodeBold, run.ending.headline) <= width;
  const TextStyle style = fits ? TextStyle::CodeBold : TextStyle::CodeSmall;
  float y = sketch.paragraph({0, 0}, width, run.ending.headline,
                             {.style = style, .color = Color::DangerText}) +
            2;
  size_t number = 0;
  for (const session::Link& link : run.explanation.chain)
    y += draw_link(sketch, y, run, ++number, link, form) + 2;
  const std::string& why = run.explanation.recovery.sentences;
  y += sketch.paragraph({0, y + 2}, width, why.empty() ? run.ending.explanation : why,
                        {.style = TextStyle::Small, .color = Color::TextDim}) +
       2;
  sketch.reach(y);
  return sketch.take();
}

}  // namespace

Picture fatal_picture(const Run& run, const Rect& place, const look::TextMeasure& measure) {
  Picture full = draw(run, place.w, measure, Form::Full);
  return full.height <= place.h ? full : draw(run, place.w, measure, Form::Short);
}

}  // namespace hmaplab::pictures
