#include "app/pictures/picture.h"

#include <algorithm>
#include <cmath>

namespace hmaplab::pictures {

About Hit::what() const {
  About what = about;
  if (command.kind == Command::Kind::Seek) what.position = command.number;
  if (command.kind == Command::Kind::Use && command.tool == Tool::Select) what.address = command.address;
  return what;
}
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

void move_down(Box& box, float by) { box.rect.y += by; }
void move_down(Label& label, float by) { label.rect.y += by; }
void move_down(Icon& icon, float by) { icon.rect.y += by; }
void move_down(Hit& hit, float by) { hit.rect.y += by; }
void move_down(Badge& badge, float by) { badge.center.y += by; }
void move_down(Stroke& stroke, float by) {
  stroke.from.y += by;
  stroke.to.y += by;
}

}  // namespace

void append(Picture& to, Picture part, float down) {
  for (Item& item : part.items) {
    std::visit([down](auto& known) { move_down(known, down); }, item);
    to.items.push_back(std::move(item));
  }
  to.width = std::max(to.width, part.width);
  to.height = std::max(to.height, part.height + down);
  if (part.focus) to.focus = part.focus->moved(0, down);
}

Rect bounds(const Item& item) {
  return std::visit([](const auto& known) { return bounds_of(known); }, item);
}

}  // namespace hmaplab::pictures
