#include "app/pictures/output_picture.h"

#include <fmt/core.h>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kLine = kOutputLineHeight;
constexpr size_t kMostLines = 400;  // of a long output the last are shown

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char byte : text) {
    if (byte == '\n') {
      lines.emplace_back();
    } else if (byte == '\t') {
      lines.back() += "    ";
    } else {
      lines.back() += byte;
    }
  }
  if (lines.back().empty()) lines.pop_back();
  return lines;
}

void draw_lines(Sketch& sketch, Rect& rest, const std::string& text, Color first, Color others) {
  const std::vector<std::string> lines = lines_of(text);
  const size_t begin = lines.size() > kMostLines ? lines.size() - kMostLines : 0;
  for (size_t i = begin; i < lines.size(); ++i) {
    sketch.label(rest.cut_top(kLine), lines[i],
                 {.style = TextStyle::CodeSmall, .color = i == 0 ? first : others});
  }
}

}  // namespace

Picture output_picture(const Run& run, const Moment& moment, float width,
                       const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  Rect rest{0, 0, width, 1'000'000};
  draw_lines(sketch, rest, moment.output, Color::Text, Color::Text);
  if (moment.at_end(run) && run.length() > 0) {
    draw_lines(sketch, rest, run.ending.go_text, Color::DangerText, Color::TextDim);
    sketch.label(rest.cut_top(kLine), fmt::format("exit status {}", run.ending.exit_status),
                 {.style = TextStyle::CodeSmall,
                  .color = run.ending.exit_status == 0 ? Color::Ok : Color::DangerText});
  } else if (moment.output.empty()) {
    sketch.label(rest.cut_top(kLine), "nothing printed yet",
                 {.style = TextStyle::Small, .color = Color::TextFaint});
  }
  return sketch.take();
}

}  // namespace hmaplab::pictures
