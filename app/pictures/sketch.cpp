#include "app/pictures/sketch.h"

#include <utility>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

void Sketch::add(Item item) {
  reach(bounds(item).bottom());
  picture_.items.push_back(std::move(item));
}

void Sketch::card(Rect rect, Color fill, Color border, float round) {
  add(Box{.rect = rect, .fill = fill, .border = border, .round = round});
}

float Sketch::label(Rect rect, std::string_view text, const LabelLook& look) {
  if (text.empty() || rect.w <= 0) return 0;
  Label label{.rect = rect,
              .text = look::elided(measure_, look.style, text, rect.w + 0.5F),
              .style = look.style,
              .color = look.color,
              .align = look.align,
              .struck = look.struck};
  if (label.text.size() != text.size() || label.text != text) hit(rect, {}, std::string(text));
  const float width = text_width(look.style, label.text);
  add(std::move(label));
  return width;
}

void Sketch::badge(Point center, const Person& person, float radius, bool hollow) {
  add(Badge{.center = center,
            .radius = radius,
            .text = person.badge,
            .color = person.color,
            .hollow = hollow});
}

void Sketch::hit(Rect rect, const Command& command, std::string tooltip, float round) {
  add(Hit{.rect = rect, .command = command, .tooltip = std::move(tooltip), .round = round});
}

float Sketch::key_cap(Point top_left, std::string_view text, Color color) {
  constexpr float kHeight = 20;
  const float width = std::max(kHeight, text_width(TextStyle::Small, text) + 12);
  const Rect rect{top_left.x, top_left.y, width, kHeight};
  card(rect, Color::Raised, Color::RaisedBorder, 4);
  stroke({.from = {rect.x + 4, rect.bottom() + 0.5F},
          .to = {rect.right() - 4, rect.bottom() + 0.5F},
          .color = Color::RaisedBorder,
          .width = 1.5F});
  label(rect, text, {.style = TextStyle::Small, .color = color, .align = Align::Center});
  return width;
}

float Sketch::paragraph(Point top_left, float width, std::string_view text, const LabelLook& look) {
  const float line_height = look::style_info(look.style).line_height;
  float y = top_left.y;
  for (const std::string& line : wrapped(measure_, look.style, text, width)) {
    label({top_left.x, y, width, line_height}, line, look);
    y += line_height;
  }
  return y - top_left.y;
}

namespace {

// How much of a word that is too long for a line fits into one: at least a character.
size_t fitting_part(const look::TextMeasure& measure, TextStyle style, std::string_view word,
                    float width) {
  size_t fits = 1;
  for (size_t end = 1; end <= word.size(); ++end) {
    if (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xc0) == 0x80) continue;
    if (measure.width(style, word.substr(0, end)) > width && end > 1) break;
    fits = end;
  }
  return fits;
}

}  // namespace

std::vector<std::string> wrapped(const look::TextMeasure& measure, TextStyle style,
                                 std::string_view text, float width) {
  std::vector<std::string> lines;
  std::string line;
  const auto finish = [&] { lines.push_back(std::exchange(line, {})); };
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find_first_of(" \n", at), text.size());
    std::string_view word = text.substr(at, end - at);
    if (!line.empty() && measure.width(style, line + " " + std::string(word)) > width) finish();
    while (line.empty() && measure.width(style, word) > width && word.size() > 1) {
      const size_t part = fitting_part(measure, style, word, width);
      lines.emplace_back(word.substr(0, part));
      word.remove_prefix(part);
    }
    if (!line.empty() && !word.empty()) line += ' ';
    line += word;
    if (end < text.size() && text[end] == '\n') finish();
    at = end + 1;
  }
  if (!line.empty() || lines.empty()) finish();
  return lines;
}

}  // namespace hmaplab::pictures
