// Points and rectangles, in units (pixels at scale 1), y downwards.
#pragma once

#include <algorithm>

namespace hmaplab::pictures {

struct Point {
  float x = 0;
  float y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  Point center() const { return {x + w / 2, y + h / 2}; }
  bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  bool contains(const Rect& other) const {
    constexpr float kSlack = 0.51F;
    return other.x >= x - kSlack && other.y >= y - kSlack && other.right() <= right() + kSlack &&
           other.bottom() <= bottom() + kSlack;
  }
  bool overlaps(const Rect& other) const {
    constexpr float kSlack = 0.51F;
    return x + kSlack < other.right() && other.x + kSlack < right() &&
           y + kSlack < other.bottom() && other.y + kSlack < bottom();
  }
  Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
  Rect grown(float by) const { return {x - by, y - by, w + 2 * by, h + 2 * by}; }

  // Cuts a part off and gives it: the rest stays here, `gap` apart.
  Rect cut_top(float height, float gap = 0) {
    const Rect part{x, y, w, height};
    y += height + gap;
    h = std::max(0.0F, h - height - gap);
    return part;
  }
  Rect cut_bottom(float height, float gap = 0) {
    const Rect part{x, bottom() - height, w, height};
    h = std::max(0.0F, h - height - gap);
    return part;
  }
  Rect cut_left(float width, float gap = 0) {
    const Rect part{x, y, width, h};
    x += width + gap;
    w = std::max(0.0F, w - width - gap);
    return part;
  }
  Rect cut_right(float width, float gap = 0) {
    const Rect part{right() - width, y, width, h};
    w = std::max(0.0F, w - width - gap);
    return part;
  }
  friend bool operator==(const Rect&, const Rect&) = default;
};

}  // namespace hmaplab::pictures
