#include "app/pictures/picture.h"

#include <cmath>

namespace hmaplab::pictures {
namespace {

Rect bounds_of(const Box& box) { return box.rect; }
Rect bounds_of(const Label& label) { return label.rect; }
Rect bounds_of(const Icon& icon) { return icon.rect; }
Rect bounds_of(const Hit& hit) { return hit.rect; }
Rect bounds_of(const Stroke& stroke) {
  return {std::min(stroke.from.x, stroke.to.x), std::min(stroke.from.y, stroke.to.y),
          std::abs(stroke.from.x - stroke.to.x), std::abs(stroke.from.y - stroke.to.y)};
}
Rect bounds_of(const Badge& badge) {
  return {badge.center.x - badge.radius, badge.center.y - badge.radius, 2 * badge.radius,
          2 * badge.radius};
}

}  // namespace

Rect bounds(const Item& item) {
  return std::visit([](const auto& known) { return bounds_of(known); }, item);
}

}  // namespace hmaplab::pictures
