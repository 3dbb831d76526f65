#include "app/views/presenting_overlay.h"

#include <imgui.h>

#include <algorithm>

#include "app/look/metrics.h"
#include "app/pictures/token_picture.h"

namespace hmaplab::views {

using look::Color;
using pictures::Rect;

void draw_veils(const widgets::Canvas& canvas, const std::vector<Rect>& places) {
  pictures::Sketch veils(canvas.measure(), 0);
  for (const Rect& place : places)
    veils.box({.rect = place,
               .fill = Color::Background,
               .round = look::metrics::kPanelRound,
               .opacity = 0.62F});
  widgets::Painter(*ImGui::GetForegroundDrawList(), canvas, {0, 0}).paint(veils.take());
}

void draw_blank(const widgets::Canvas& canvas, const Rect& window) {
  pictures::Sketch dark(canvas.measure(), window.w);
  dark.box({.rect = window, .fill = Color::Ink});
  widgets::Painter(*ImGui::GetForegroundDrawList(), canvas, {0, 0}).paint(dark.take());
}

void draw_token(const widgets::Canvas& canvas, const Rect& window, const std::string& token) {
  constexpr float kPadding = 22;
  const float width = std::min(window.w - 24, 420.0F);
  const pictures::Picture picture =
      pictures::token_picture(token, width - 2 * kPadding, canvas.measure());
  const float height = std::min(window.h - 16, picture.height + 2 * kPadding);
  const Rect card{(window.w - width) / 2, (window.h - height) / 2, width, height};
  pictures::Sketch ground(canvas.measure(), window.w);
  ground.box({.rect = window, .fill = Color::Background, .opacity = 0.6F});
  ground.card(card, Color::Panel, Color::RaisedBorder, 10);
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  widgets::Painter(list, canvas, {0, 0}).paint(ground.take());
  list.PushClipRect(ImVec2(card.x * canvas.scale, card.y * canvas.scale),
                    ImVec2(card.right() * canvas.scale, card.bottom() * canvas.scale));
  widgets::Painter(list, canvas,
                   {(card.x + kPadding) * canvas.scale, (card.y + kPadding) * canvas.scale})
      .paint(picture);
  list.PopClipRect();
}

}  // namespace hmaplab::views
