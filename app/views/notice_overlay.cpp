#include "app/views/notice_overlay.h"

#include <imgui.h>

#include <algorithm>

#include "app/pictures/sketch.h"

namespace hmaplab::views {

using look::Color;
using look::TextStyle;

void draw_notice(const widgets::Canvas& canvas, const pictures::Rect& window,
                 const std::string& sentence) {
  constexpr float kTop = 52;
  constexpr float kPadding = 14;
  constexpr float kWidth = 460;
  const float width = std::min(kWidth, window.w - 24);
  const pictures::Point at{(window.w - width) / 2, kTop};
  pictures::Sketch text(canvas.measure(), window.w);
  const float height = text.paragraph({at.x + kPadding, at.y + kPadding}, width - 2 * kPadding,
                                      sentence, {.style = TextStyle::Body});
  pictures::Sketch ground(canvas.measure(), window.w);
  ground.card({at.x, at.y, width, height + 2 * kPadding}, Color::Panel, Color::Warning, 10);
  widgets::Painter painter(*ImGui::GetForegroundDrawList(), canvas, {0, 0});
  painter.paint(ground.take());
  painter.paint(text.take());
}

}  // namespace hmaplab::views
