#include "app/widgets/icons.h"

#include <imgui.h>

#include <cmath>

namespace hmaplab::widgets {

using pictures::Rect;
using pictures::Shape;

namespace {

constexpr float kBar = 0.2F;  // share of the width

void triangle_right(ImDrawList& list, const Rect& r, uint32_t color) {
  list.AddTriangleFilled(ImVec2(r.x, r.y), ImVec2(r.right(), r.center().y), ImVec2(r.x, r.bottom()),
                         color);
}

void triangle_left(ImDrawList& list, const Rect& r, uint32_t color) {
  list.AddTriangleFilled(ImVec2(r.right(), r.y), ImVec2(r.right(), r.bottom()),
                         ImVec2(r.x, r.center().y), color);
}

void bar(ImDrawList& list, const Rect& r, uint32_t color) {
  list.AddRectFilled(ImVec2(r.x, r.y), ImVec2(r.right(), r.bottom()), color);
}

void paint_pause(ImDrawList& list, const Rect& r, uint32_t color) {
  bar(list, {r.x + r.w * 0.1F, r.y, r.w * 0.28F, r.h}, color);
  bar(list, {r.x + r.w * 0.62F, r.y, r.w * 0.28F, r.h}, color);
}

void paint_cross(ImDrawList& list, const Rect& r, uint32_t color, float line) {
  list.AddLine(ImVec2(r.x, r.y), ImVec2(r.right(), r.bottom()), color, line);
  list.AddLine(ImVec2(r.right(), r.y), ImVec2(r.x, r.bottom()), color, line);
}

void paint_moon(ImDrawList& list, const Rect& r, uint32_t color) {
  constexpr float kPi = 3.14159265F;
  const float radius = r.w / 2;
  list.PathClear();
  list.PathArcTo(ImVec2(r.center().x, r.center().y), radius, kPi * 0.30F, kPi * 1.70F, 24);
  list.PathArcTo(ImVec2(r.center().x + radius * 0.55F, r.center().y), radius * 0.80F, kPi * 1.52F,
                 kPi * 0.48F, 24);
  list.PathStroke(color, ImDrawFlags_Closed, std::max(1.0F, r.w * 0.11F));
}

void paint_sun(ImDrawList& list, const Rect& r, uint32_t color, float line) {
  const pictures::Point c = r.center();
  list.AddCircleFilled(ImVec2(c.x, c.y), r.w * 0.24F, color, 20);
  for (int ray = 0; ray < 8; ++ray) {
    const float angle = static_cast<float>(ray) * 0.785398F;
    const ImVec2 way(std::cos(angle), std::sin(angle));
    list.AddLine(ImVec2(c.x + way.x * r.w * 0.36F, c.y + way.y * r.w * 0.36F),
                 ImVec2(c.x + way.x * r.w * 0.5F, c.y + way.y * r.w * 0.5F), color, line);
  }
}

}  // namespace

void paint_icon(ImDrawList& list, const Rect& place, Shape shape, uint32_t color, float line) {
  Rect r = place;
  const pictures::Point c = r.center();
  switch (shape) {
    case Shape::First:
      bar(list, r.cut_left(r.w * kBar), color);
      triangle_left(list, r, color);
      break;
    case Shape::Last:
      bar(list, r.cut_right(r.w * kBar), color);
      triangle_right(list, r, color);
      break;
    case Shape::Back:
      triangle_left(list, {r.x + r.w * 0.1F, r.y, r.w * 0.75F, r.h}, color);
      break;
    case Shape::Forward:
      bar(list, {r.x, r.y + r.h * 0.1F, r.w * 0.16F, r.h * 0.8F}, color);
      triangle_right(list, {r.x + r.w * 0.28F, r.y, r.w * 0.72F, r.h}, color);
      break;
    case Shape::Play:
      triangle_right(list, {r.x + r.w * 0.15F, r.y, r.w * 0.8F, r.h}, color);
      break;
    case Shape::Pause:
      paint_pause(list, r, color);
      break;
    case Shape::Cross:
      paint_cross(list, r, color, line * 1.3F);
      break;
    case Shape::ArrowDown:
    case Shape::Triangle:
      list.AddTriangleFilled(ImVec2(r.x, r.y), ImVec2(r.right(), r.y), ImVec2(c.x, r.bottom()),
                             color);
      break;
    case Shape::Dot:
      list.AddCircleFilled(ImVec2(c.x, c.y), r.w / 2, color, 20);
      break;
    case Shape::Ring:
      list.AddCircle(ImVec2(c.x, c.y), r.w / 2, color, 24, line);
      break;
    case Shape::Moon:
      paint_moon(list, r, color);
      break;
    case Shape::Sun:
      paint_sun(list, r, color, line);
      break;
  }
}

}  // namespace hmaplab::widgets
