#include "app/views/tour_overlay.h"

#include <imgui.h>

#include <algorithm>

namespace hmaplab::views {

using look::Color;
using pictures::Rect;

namespace {

// All of the window but one place.
void draw_veil(pictures::Sketch& sketch, const Rect& window, const Rect& lit) {
  const Rect places[] = {{window.x, window.y, window.w, lit.y - window.y},
                         {window.x, lit.bottom(), window.w, window.bottom() - lit.bottom()},
                         {window.x, lit.y, lit.x - window.x, lit.h},
                         {lit.right(), lit.y, window.right() - lit.right(), lit.h}};
  for (const Rect& place : places) {
    if (place.w > 0 && place.h > 0)
      sketch.box({.rect = place, .fill = Color::Background, .opacity = 0.66F});
  }
}

}  // namespace

bool draw_tour(const widgets::Canvas& canvas, const Rect& window, const Rect& lit,
               const pictures::TourCard& card) {
  constexpr float kPadding = 18;
  constexpr float kWidth = 400;
  const float width = std::min(kWidth, window.w - 24);
  const pictures::Picture picture =
      pictures::tour_picture(card, width - 2 * kPadding, canvas.measure());
  const bool has_place = lit.w > 0;
  const Rect middle{window.w / 2, window.h / 2, 0, 0};
  const float height = picture.height + 2 * kPadding;
  Rect place = pictures::beside(has_place ? lit : middle, width, height, window);
  if (!has_place) place = {(window.w - width) / 2, (window.h - height) / 2, width, height};

  pictures::Sketch ground(canvas.measure(), window.w);
  draw_veil(ground, window, has_place ? lit : Rect{});
  if (has_place)
    ground.box({.rect = lit.grown(2),
                .border = Color::Accent,
                .round = look::metrics::kPanelRound,
                .line = 2.5F});
  ground.card(place, Color::Panel, Color::Accent, 10);
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  widgets::Painter(list, canvas, {0, 0}).paint(ground.take());
  widgets::Painter(list, canvas,
                   {(place.x + kPadding) * canvas.scale, (place.y + kPadding) * canvas.scale})
      .paint(picture);
  const ImVec2 mouse = ImGui::GetMousePos();
  return ImGui::IsMouseClicked(ImGuiMouseButton_Left) &&
         place.contains(pictures::Point{mouse.x / canvas.scale, mouse.y / canvas.scale});
}

}  // namespace hmaplab::views
