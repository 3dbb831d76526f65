#include "app/pictures/output_picture.h"

#include <fmt/core.h>

#include "app/pictures/code_wrap.h"

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

enum class Focus : uint8_t { First, Last };  // of the lines, for being kept in sight

struct LinesLook {
  Color first = Color::Text;
  Color others = Color::Text;
  Focus focus = Focus::Last;
};

// A line that is too long goes on in the next row.
void draw_lines(Sketch& sketch, Rect& rest, const std::string& text, const LinesLook& look) {
  const std::vector<std::string> lines = lines_of(text);
  const auto columns =
      static_cast<size_t>(rest.w / sketch.text_width(TextStyle::CodeSmall, " ") + 0.02F);
  const size_t begin = lines.size() > kMostLines ? lines.size() - kMostLines : 0;
  for (size_t i = begin; i < lines.size(); ++i) {
    const Color color = i == 0 ? look.first : look.others;
    for (const CodeRow& row : wrapped_code({{.text = lines[i], .color = color}}, columns)) {
      const Rect place = rest.cut_top(kLine);
      if (look.focus == Focus::Last || i == begin) sketch.focus(place);
      const std::string text_of_row =
          std::string(row.indent, ' ') + (row.spans.empty() ? "" : row.spans.front().text);
      sketch.label(place, text_of_row, {.style = TextStyle::CodeSmall, .color = color});
    }
  }
}

}  // namespace

Picture output_picture(const Run& run, const Moment& moment, float width,
                       const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  Rect rest{0, 0, width, 1'000'000};
  draw_lines(sketch, rest, moment.output, {});
  if (moment.at_end(run) && run.length() > 0) {
    draw_lines(sketch, rest, run.ending.go_text,
               {.first = Color::DangerText, .others = Color::TextDim, .focus = Focus::First});
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
