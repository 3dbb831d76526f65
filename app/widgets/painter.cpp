#include "app/widgets/painter.h"

#include "app/look/metrics.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/widgets/icons.h"

namespace hmaplab::widgets {

using look::Color;
using pictures::Point;
using pictures::Rect;

namespace {

ImVec2 vec(Point p) { return ImVec2(p.x, p.y); }
ImVec2 top_left(const Rect& r) { return ImVec2(r.x, r.y); }
ImVec2 bottom_right(const Rect& r) { return ImVec2(r.right(), r.bottom()); }

}  // namespace

float badge_text_size(const pictures::Badge& badge) {
  const float fit = badge.text.size() > 2 ? 0.72F : badge.text.size() == 2 ? 0.85F : 1.0F;
  return fit * std::min(1.0F, badge.radius / 8.5F);
}

uint32_t Painter::color(Color color, float opacity) const {
  const look::Rgba rgba = canvas_.theme[color];
  return IM_COL32(rgba.red, rgba.green, rgba.blue,
                  static_cast<int>(static_cast<float>(rgba.alpha) * opacity));
}

Rect Painter::pixels(const Rect& rect) const {
  const float left = std::round(origin_.x + length(rect.x));
  const float top = std::round(origin_.y + length(rect.y));
  const float right = std::round(origin_.x + length(rect.right()));
  const float bottom = std::round(origin_.y + length(rect.bottom()));
  return {left, top, std::max(1.0F, right - left), std::max(1.0F, bottom - top)};
}

Point Painter::pixels(Point point) const {
  return {origin_.x + length(point.x), origin_.y + length(point.y)};
}

void Painter::paint(const pictures::Picture& picture) {
  const Rect clip{list_.GetClipRectMin().x, list_.GetClipRectMin().y,
                  list_.GetClipRectMax().x - list_.GetClipRectMin().x,
                  list_.GetClipRectMax().y - list_.GetClipRectMin().y};
  if (canvas_.page != nullptr) note(picture, clip);
  for (const pictures::Item& item : picture.items) {
    if (!clip.overlaps(pixels(bounds(item)).grown(length(4)))) continue;
    std::visit([this](const auto& known) { paint(known); }, item);
  }
}

void Painter::note(const pictures::Picture& picture, const Rect& clip) {
  const float scale = canvas_.scale;
  canvas_.page->pictures.push_back(
      {.picture = picture,
       .origin = {origin_.x / scale, origin_.y / scale},
       .clip = {clip.x / scale, clip.y / scale, clip.w / scale, clip.h / scale}});
}

void Painter::paint(const pictures::Box& box) {
  const Rect rect = pixels(box.rect);
  const float round = length(box.round);
  if (box.fill != Color::None && box.opacity > 0) {
    list_.AddRectFilled(top_left(rect), bottom_right(rect), color(box.fill, box.opacity), round);
  }
  if (box.border == Color::None) return;
  const float width = std::max(1.0F, std::round(length(box.line * canvas_.theme.line)));
  if (box.dashed) {
    dashed_rect(rect, color(box.border), width);
  } else {
    list_.AddRect(top_left(rect), bottom_right(rect), color(box.border), round, 0, width);
  }
}

void Painter::dashed_line(Point from, Point to, uint32_t color, float width) {
  const float dash = length(4);
  const float distance = std::hypot(to.x - from.x, to.y - from.y);
  if (distance < 1) return;
  const Point step{(to.x - from.x) / distance, (to.y - from.y) / distance};
  for (float at = 0; at < distance; at += dash * 1.8F) {
    const float end = std::min(distance, at + dash);
    list_.AddLine(ImVec2(from.x + step.x * at, from.y + step.y * at),
                  ImVec2(from.x + step.x * end, from.y + step.y * end), color, width);
  }
}

void Painter::dashed_rect(const Rect& rect, uint32_t color, float width) {
  const float left = rect.x + 0.5F;
  const float top = rect.y + 0.5F;
  const float right = rect.right() - 0.5F;
  const float bottom = rect.bottom() - 0.5F;
  dashed_line({left, top}, {right, top}, color, width);
  dashed_line({right, top}, {right, bottom}, color, width);
  dashed_line({right, bottom}, {left, bottom}, color, width);
  dashed_line({left, bottom}, {left, top}, color, width);
}

void Painter::paint(const pictures::Label& label) {
  ImFont* font = canvas_.fonts.font(label.style);
  const float size = canvas_.fonts.pixels(label.style);
  const char* begin = label.text.data();
  const char* end = begin + label.text.size();
  const float width = font->CalcTextSizeA(size, FLT_MAX, 0, begin, end).x;
  const float left = origin_.x + length(label.rect.x);
  const float room = length(label.rect.w) - width;
  const float share = label.align == pictures::Align::Left     ? 0
                      : label.align == pictures::Align::Center ? 0.5F
                                                               : 1;
  const float x = std::round(left + room * share);
  const float y = std::round(origin_.y + length(label.rect.y) + (length(label.rect.h) - size) / 2);
  list_.AddText(font, size, ImVec2(x, y), color(label.color), begin, end);
  if (label.struck) {
    const float middle = std::round(y + size * 0.55F) + 0.5F;
    list_.AddLine(ImVec2(x, middle), ImVec2(x + width, middle), color(label.color),
                  std::max(1.0F, length(1)));
  }
}

void Painter::paint(const pictures::Stroke& stroke) {
  Point from = pixels(stroke.from);
  Point to = pixels(stroke.to);
  const float width = std::max(1.0F, length(stroke.width * canvas_.theme.line));
  if (stroke.from.x == stroke.to.x) from.x = to.x = std::round(from.x) + (width < 1.5F ? 0.5F : 0);
  if (stroke.from.y == stroke.to.y) from.y = to.y = std::round(from.y) + (width < 1.5F ? 0.5F : 0);
  if (stroke.dashed) {
    dashed_line(from, to, color(stroke.color), width);
  } else {
    list_.AddLine(vec(from), vec(to), color(stroke.color), width);
  }
}

void Painter::paint(const pictures::Badge& badge) {
  const Point center = pixels(badge.center);
  const float radius = length(badge.radius);
  const ImVec2 at = vec(center);
  list_.AddCircleFilled(at, radius + length(1), color(Color::Panel),
                        32);  // sets it off from what it lies on
  if (badge.hollow) {
    list_.AddCircleFilled(at, radius, color(badge.color, 0.18F), 32);
    list_.AddCircle(at, radius - length(0.75F), color(badge.color), 32,
                    std::max(1.0F, length(1.5F)));
  } else {
    list_.AddCircleFilled(at, radius, color(badge.color), 32);
  }
  ImFont* font = canvas_.fonts.font(look::TextStyle::Heading);
  const float size = canvas_.fonts.pixels(look::TextStyle::Heading) * badge_text_size(badge);
  const ImVec2 text = font->CalcTextSizeA(size, FLT_MAX, 0, badge.text.data(),
                                          badge.text.data() + badge.text.size());
  list_.AddText(font, size,
                ImVec2(std::round(center.x - text.x / 2), std::round(center.y - text.y / 2)),
                color(badge.hollow ? Color::Text : Color::TextOnFill), badge.text.data(),
                badge.text.data() + badge.text.size());
}

void Painter::paint(const pictures::Icon& icon) {
  paint_icon(list_, pixels(icon.rect), icon.shape, color(icon.color), std::max(1.0F, length(1.5F)));
}

void Painter::highlight(const pictures::Hit& hit) {
  const Rect rect = pixels(hit.rect);
  list_.AddRectFilled(top_left(rect), bottom_right(rect), color(Color::Text, 0.07F),
                      length(hit.round));
}

void Painter::ring(const pictures::Hit& hit) {
  const Rect rect = pixels(hit.rect.grown(2));
  list_.AddRect(top_left(rect), bottom_right(rect), color(Color::Accent), length(hit.round + 2), 0,
                length(look::metrics::kThickLine));
}

Painter::Under Painter::under(const pictures::Picture& picture, Point mouse) const {
  Under found;
  for (const pictures::Item& item : picture.items) {
    const auto* hit = std::get_if<pictures::Hit>(&item);
    if (hit == nullptr || !pixels(hit->rect).contains(mouse)) continue;
    if (hit->command) found.command = hit;
    if (!hit->tooltip.empty()) found.tooltip = hit;
    if (hit->what() != pictures::About{}) found.what = hit->what();
  }
  return found;
}

}  // namespace hmaplab::widgets
