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

std::string Sketch::said(TextStyle style, std::string_view text, Wording wording) const {
  const bool is_said =
      wording == Wording::Said || (wording == Wording::ByStyle && !look::is_code(style));
  return is_said ? measure_.said(text) : std::string(text);
}

float Sketch::label(Rect rect, std::string_view text, const LabelLook& look) {
  return plain_label(rect, said(look.style, text, look.wording), look);
}

float Sketch::plain_label(Rect rect, const std::string& text, const LabelLook& look) {
  if (text.empty() || rect.w <= 0) return 0;
  Label label{.rect = rect,
              .text = look::elided(measure_, look.style, text, rect.w + 0.5F),
              .style = look.style,
              .color = look.color,
              .align = look.align,
              .struck = look.struck};
  if (label.text.size() != text.size() || label.text != text)
    add(Hit{.rect = rect, .command = {}, .tooltip = text});
  const float width = measure_.width(look.style, label.text);
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
  hit(Hit{.rect = rect, .command = command, .tooltip = std::move(tooltip), .round = round});
}

void Sketch::hit(Hit hit) {
  if (!hit.tooltip.empty()) hit.tooltip = measure_.said(hit.tooltip);
  add(std::move(hit));
}

float Sketch::key_cap(Point top_left, std::string_view text, Color color) {
  constexpr float kHeight = 20;
  const float width =
      std::max(kHeight, text_width(TextStyle::Small, text, Wording::AsItIs) + 12);
  const Rect rect{top_left.x, top_left.y, width, kHeight};
  card(rect, Color::Raised, Color::RaisedBorder, 4);
  stroke({.from = {rect.x + 4, rect.bottom() + 0.5F},
          .to = {rect.right() - 4, rect.bottom() + 0.5F},
          .color = Color::RaisedBorder,
          .width = 1.5F});
  label(rect, text,
        {.style = TextStyle::Small,
         .color = color,
         .align = Align::Center,
         .wording = Wording::AsItIs});
  return width;
}

float Sketch::paragraph(Point top_left, float width, std::string_view text, const LabelLook& look) {
  const float line_height = look::style_info(look.style).line_height;
  float y = top_left.y;
  for (const std::string& line :
       wrapped_as_it_is(measure_, look.style, said(look.style, text, look.wording), width)) {
    plain_label({top_left.x, y, width, line_height}, line, look);
    y += line_height;
  }
  return y - top_left.y;
}

}  // namespace hmaplab::pictures
