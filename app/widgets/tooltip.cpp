#include "app/widgets/tooltip.h"

#include <imgui.h>

#include <algorithm>

#include "app/pictures/sketch.h"

namespace hmaplab::widgets {

using look::Color;
using look::TextStyle;
using pictures::Rect;

void draw_tooltip(const Canvas& canvas, const std::string& text) {
  constexpr float kWidest = 360;
  constexpr float kPadding = 8;
  pictures::Sketch sketch(canvas.measure(), kWidest);
  float width = 0;
  for (const std::string& line : pictures::wrapped(canvas.measure(), TextStyle::Small, text, kWidest)) {
    width = std::max(width, canvas.measure().width(TextStyle::Small, line));
  }
  const float height =
      sketch.paragraph({kPadding, kPadding - 2}, kWidest, text, {.style = TextStyle::Small});
  const Rect card{0, 0, width + 2 * kPadding, height + 2 * kPadding - 4};
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const ImVec2 mouse = ImGui::GetMousePos();
  const float x = std::min(mouse.x + 14 * canvas.scale, screen.x - (card.w + 4) * canvas.scale);
  const bool below = mouse.y + (card.h + 22) * canvas.scale < screen.y;
  const float y = below ? mouse.y + 18 * canvas.scale : mouse.y - (card.h + 8) * canvas.scale;
  pictures::Sketch ground(canvas.measure(), card.w);
  ground.card(card, Color::Raised, Color::RaisedBorder);
  Painter painter(*ImGui::GetForegroundDrawList(), canvas, {std::max(0.0F, x), std::max(0.0F, y)});
  painter.paint(ground.take());
  painter.paint(sketch.take());
}

}  // namespace hmaplab::widgets
