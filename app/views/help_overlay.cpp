#include "app/views/help_overlay.h"

#include <imgui.h>

#include <algorithm>

namespace hmaplab::views {

using look::Color;
using look::TextStyle;
using pictures::Rect;

pictures::Command HelpOverlay::draw(const widgets::Canvas& canvas, const Rect& window,
                                    const std::vector<pictures::KeyLine>& keys) {
  constexpr float kPadding = 22;
  constexpr float kTitle = 40;
  const float width = std::min(window.w - 24, 760.0F);
  const float room = window.h - 16 - kTitle - kPadding - 4;
  const pictures::Picture table = pictures::help_picture(keys, width - 2 * kPadding, room, canvas.measure());
  const float height = std::min(window.h - 16, table.height + kTitle + 2 * kPadding);
  const Rect card{(window.w - width) / 2, (window.h - height) / 2, width, height};

  pictures::Sketch ground(canvas.measure(), window.w);
  ground.box({.rect = window, .fill = Color::Background, .opacity = 0.72F});
  ground.card(card, Color::Panel, Color::RaisedBorder, 10);
  const Rect title{card.x + kPadding, card.y + 14, card.w - 2 * kPadding, 26};
  ground.label(title, "Keys", {.style = TextStyle::Title});
  ground.label(
      title, "Enter: the tour for newcomers · Esc closes this",
      {.style = TextStyle::Small, .color = Color::TextDim, .align = pictures::Align::Right});
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  widgets::Painter(list, canvas, {0, 0}).paint(ground.take());
  const pictures::Point origin{(card.x + kPadding) * canvas.scale,
                               (card.y + kTitle + 12) * canvas.scale};
  list.PushClipRect(ImVec2(card.x * canvas.scale, card.y * canvas.scale),
                    ImVec2(card.right() * canvas.scale, card.bottom() * canvas.scale));
  widgets::Painter(list, canvas, origin).paint(table);
  list.PopClipRect();
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) return {.kind = pictures::Command::Kind::Close};
  return {};
}

}  // namespace hmaplab::views
