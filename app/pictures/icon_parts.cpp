#include "app/pictures/icon_parts.h"

#include <algorithm>
#include <cmath>

namespace hmaplab::pictures {
namespace {

using Parts = std::vector<IconPart>;

constexpr float kBar = 0.2F;  // share of the width
constexpr float kPi = 3.14159265F;

IconPart triangle_right(const Rect& r) {
  return {.points = {{r.x, r.y}, {r.right(), r.center().y}, {r.x, r.bottom()}}};
}

IconPart triangle_left(const Rect& r) {
  return {.points = {{r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.center().y}}};
}

IconPart bar(const Rect& r) {
  return {.points = {{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}}};
}

IconPart line_between(Point from, Point to, float line) {
  return {.points = {from, to}, .line = line, .closed = false};
}

// Adds the points of an arc, from one angle to another, both in half turns.
void arc(std::vector<Point>& points, Point center, float radius, float from, float to, int steps) {
  for (int i = 0; i <= steps; ++i) {
    const float angle =
        kPi * (from + (to - from) * static_cast<float>(i) / static_cast<float>(steps));
    points.push_back({center.x + std::cos(angle) * radius, center.y + std::sin(angle) * radius});
  }
}

IconPart circle(Point center, float radius, float line) {
  constexpr int kCorners = 24;
  IconPart part{.points = {}, .line = line};
  arc(part.points, center, radius, 0, 2 - 2.0F / kCorners, kCorners - 1);
  return part;
}

IconPart moon(const Rect& r) {
  const Point c = r.center();
  const float radius = r.w / 2;
  IconPart part{.points = {}, .line = std::max(1.0F, r.w * 0.11F)};
  arc(part.points, c, radius, 0.30F, 1.70F, 24);
  arc(part.points, {c.x + radius * 0.55F, c.y}, radius * 0.80F, 1.52F, 0.48F, 24);
  return part;
}

Parts sun(const Rect& r, float line) {
  const Point c = r.center();
  Parts parts = {circle(c, r.w * 0.24F, 0)};
  for (int ray = 0; ray < 8; ++ray) {
    const float angle = static_cast<float>(ray) * kPi / 4;
    const Point way{std::cos(angle), std::sin(angle)};
    parts.push_back(line_between({c.x + way.x * r.w * 0.36F, c.y + way.y * r.w * 0.36F},
                                 {c.x + way.x * r.w * 0.5F, c.y + way.y * r.w * 0.5F}, line));
  }
  return parts;
}

}  // namespace

Parts icon_parts(const Rect& place, Shape shape, float line) {
  Rect r = place;
  const Point c = r.center();
  switch (shape) {
    case Shape::First: {
      const Rect left = r.cut_left(r.w * kBar);
      return {bar(left), triangle_left(r)};
    }
    case Shape::Last: {
      const Rect right = r.cut_right(r.w * kBar);
      return {bar(right), triangle_right(r)};
    }
    case Shape::Back:
      return {triangle_left({r.x + r.w * 0.1F, r.y, r.w * 0.75F, r.h})};
    case Shape::Forward:
      return {bar({r.x, r.y + r.h * 0.1F, r.w * 0.16F, r.h * 0.8F}),
              triangle_right({r.x + r.w * 0.28F, r.y, r.w * 0.72F, r.h})};
    case Shape::Play:
      return {triangle_right({r.x + r.w * 0.15F, r.y, r.w * 0.8F, r.h})};
    case Shape::Pause:
      return {bar({r.x + r.w * 0.1F, r.y, r.w * 0.28F, r.h}),
              bar({r.x + r.w * 0.62F, r.y, r.w * 0.28F, r.h})};
    case Shape::Cross:
      return {line_between({r.x, r.y}, {r.right(), r.bottom()}, line * 1.3F),
              line_between({r.right(), r.y}, {r.x, r.bottom()}, line * 1.3F)};
    case Shape::ArrowDown:
    case Shape::Triangle:
      return {{.points = {{r.x, r.y}, {r.right(), r.y}, {c.x, r.bottom()}}}};
    case Shape::Dot:
      return {circle(c, r.w / 2, 0)};
    case Shape::Ring:
      return {circle(c, r.w / 2, line)};
    case Shape::Moon:
      return {moon(r)};
    case Shape::Sun:
      return sun(r, line);
  }
  return {};
}

}  // namespace hmaplab::pictures
