#include "app/widgets/svg_painter.h"

#include <fmt/core.h>

#include <algorithm>

#include "app/pictures/icon_parts.h"
#include "app/widgets/svg.h"

namespace hmaplab::widgets {

using look::Color;
using look::Face;
using look::TextStyle;
using pictures::Point;
using pictures::Rect;

namespace {

std::string number(float value) { return svg_number(value); }

std::string corner(const Rect& rect) {
  return fmt::format("x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", number(rect.x),
                     number(rect.y), number(rect.w), number(rect.h));
}

std::string rounded(const Rect& rect, float round) {
  const float most = std::min({round, rect.w / 2, rect.h / 2});
  return most > 0 ? fmt::format("{} rx=\"{}\"", corner(rect), number(most)) : corner(rect);
}

bool is_mono(TextStyle style) {
  const Face face = look::style_info(style).face;
  return face == Face::Mono || face == Face::MonoBold;
}

bool is_bold(TextStyle style) {
  const Face face = look::style_info(style).face;
  return face == Face::TextBold || face == Face::MonoBold;
}

// The face that the widths were measured with, and what may stand in for it.
std::string families(const std::string& family, bool mono) {
  const std::string others = mono ? "'DejaVu Sans Mono', Menlo, Consolas, monospace"
                                  : "'DejaVu Sans', 'Segoe UI', Helvetica, Arial, sans-serif";
  return family.empty() ? others : fmt::format("'{}', {}", svg_escaped(family), others);
}

// The classes of the texts: t0 … one for each style.
std::string style_sheet(const look::Fonts& fonts) {
  std::string sheet = "text{white-space:pre;font-variant-ligatures:none}";
  for (size_t i = 0; i < look::kTextStyles; ++i) {
    const auto style = static_cast<TextStyle>(i);
    sheet += fmt::format("\n.t{}{{font-family:{};font-weight:{}}}", i,
                         families(fonts.file(style).family, is_mono(style)),
                         !is_bold(style) ? 400 : is_mono(style) ? 700 : 600);
  }
  return sheet;
}

}  // namespace

std::string SvgPainter::color(Color color) const { return svg_color(canvas_.theme[color]); }

size_t SvgPainter::clip_number(const Rect& clip) {
  const auto [known, is_new] =
      clip_numbers_.try_emplace({clip.x, clip.y, clip.w, clip.h}, clip_numbers_.size() + 1);
  if (is_new)
    clips_ += fmt::format("<clipPath id=\"c{}\"><rect {}/></clipPath>\n", known->second, corner(clip));
  return known->second;
}

void SvgPainter::paint(const pictures::Page& page, Point at, float times) {
  const Rect ground{0, 0, page.width, page.height};
  body_ += fmt::format("<g transform=\"translate({} {}) scale({})\">\n", number(at.x),
                       number(at.y), fmt::format("{:.5g}", times));
  body_ += fmt::format("<rect {} fill=\"{}\"/>\n", corner(ground), color(Color::Background));
  for (pictures::PaintedPicture painted : page.pictures) {
    const Rect clip = painted.clip;
    const float left = std::max(0.0F, clip.x);
    const float top = std::max(0.0F, clip.y);
    painted.clip = {left, top, std::min(page.width, clip.right()) - left,
                    std::min(page.height, clip.bottom()) - top};
    if (painted.clip.w > 0 && painted.clip.h > 0) paint(painted);
  }
  body_ += "</g>\n";
}

void SvgPainter::paint(const pictures::PaintedPicture& painted) {
  body_ += fmt::format("<g clip-path=\"url(#c{})\"><g transform=\"translate({} {})\">\n",
                       clip_number(painted.clip), number(painted.origin.x),
                       number(painted.origin.y));
  for (const pictures::Item& item : painted.picture.items) {
    if (!painted.clip.overlaps(painted.placed(item).grown(4))) continue;
    std::visit([this](const auto& known) { paint(known); }, item);
  }
  body_ += "</g></g>\n";
}

void SvgPainter::paint(const pictures::Box& box) {
  const bool filled = box.fill != Color::None && box.opacity > 0;
  if (filled) {
    const std::string opacity =
        box.opacity < 1 ? fmt::format(" fill-opacity=\"{}\"", number(box.opacity)) : "";
    body_ += fmt::format("<rect {} fill=\"{}\"{}/>\n", rounded(box.rect, box.round),
                         color(box.fill), opacity);
  }
  if (box.border == Color::None) return;
  const Rect inside = box.rect.grown(-0.5F);
  body_ += fmt::format("<rect {} fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{}/>\n",
                       rounded({inside.x, inside.y, std::max(0.0F, inside.w), std::max(0.0F, inside.h)}, box.round),
                       color(box.border), number(box.line * canvas_.theme.line),
                       box.dashed ? " stroke-dasharray=\"4 3\"" : "");
}

void SvgPainter::write(const std::string& text, const Text& look) {
  body_ += fmt::format(
      "<text class=\"t{}\" x=\"{}\" y=\"{}\" font-size=\"{}\" textLength=\"{}\" "
      "lengthAdjust=\"spacingAndGlyphs\" fill=\"{}\" xml:space=\"preserve\">{}</text>\n",
      static_cast<size_t>(look.style), number(look.begin.x), number(look.begin.y),
      number(look.size), number(look.width), color(look.color), svg_escaped(text));
}

void SvgPainter::paint(const pictures::Label& label) {
  const look::FontFile& file = canvas_.fonts.file(label.style);
  const float size = canvas_.fonts.size(label.style);
  const float width = canvas_.fonts.width(label.style, label.text);
  if (width <= 0) return;
  const float room = label.rect.w - width;
  const float share = label.align == pictures::Align::Left     ? 0
                      : label.align == pictures::Align::Center ? 0.5F
                                                               : 1;
  const float left = label.rect.x + room * share;
  const float top = label.rect.center().y - size * file.line_ratio / 2;
  write(label.text, {.begin = {left, top + size * file.ascent_ratio},
                     .width = width,
                     .size = size,
                     .style = label.style,
                     .color = label.color});
  if (!label.struck) return;
  const float middle = top + size * file.line_ratio * 0.55F;
  paint(pictures::Stroke{.from = {left, middle}, .to = {left + width, middle}, .color = label.color});
}

void SvgPainter::paint(const pictures::Stroke& stroke) {
  body_ += fmt::format(
      "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{}\"{}/>\n",
      number(stroke.from.x), number(stroke.from.y), number(stroke.to.x), number(stroke.to.y),
      color(stroke.color), number(stroke.width * canvas_.theme.line), stroke.dashed ? " stroke-dasharray=\"4 3\"" : "");
}

void SvgPainter::paint(const pictures::Badge& badge) {
  const auto circle = [&](float radius, const std::string& rest) {
    body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}/>\n", number(badge.center.x),
                         number(badge.center.y), number(radius), rest);
  };
  circle(badge.radius + 1, fmt::format("fill=\"{}\"", color(Color::Panel)));
  if (badge.hollow) {
    circle(badge.radius, fmt::format("fill=\"{}\" fill-opacity=\"0.18\"", color(badge.color)));
    circle(badge.radius - 0.75F,
           fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"1.5\"", color(badge.color)));
  } else {
    circle(badge.radius, fmt::format("fill=\"{}\"", color(badge.color)));
  }
  const TextStyle style = TextStyle::Heading;
  const look::FontFile& file = canvas_.fonts.file(style);
  const float times = badge_text_size(badge);
  const float size = canvas_.fonts.size(style) * times;
  const float width = canvas_.fonts.width(style, badge.text) * times;
  if (width <= 0) return;
  const float top = badge.center.y - size * file.line_ratio / 2;
  write(badge.text, {.begin = {badge.center.x - width / 2, top + size * file.ascent_ratio},
                     .width = width,
                     .size = size,
                     .style = style,
                     .color = badge.hollow ? Color::Text : Color::TextOnFill});
}

void SvgPainter::paint(const pictures::Icon& icon) {
  for (const pictures::IconPart& part : pictures::icon_parts(icon.rect, icon.shape, 1.5F)) {
    std::string points;
    for (const Point& point : part.points)
      points += fmt::format("{}{},{}", points.empty() ? "" : " ", number(point.x), number(point.y));
    const std::string look =
        part.line == 0 ? fmt::format("fill=\"{}\"", color(icon.color))
                       : fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"",
                                     color(icon.color), number(part.line));
    body_ += fmt::format("<{} points=\"{}\" {}/>\n", part.closed ? "polygon" : "polyline", points, look);
  }
}

std::string SvgPainter::finish(const Sheet& sheet) const {
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" "
      "role=\"img\" aria-labelledby=\"title desc\">\n"
      "<title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n<style>{}</style>\n"
      "<defs>\n{}</defs>\n{}</svg>\n",
      number(sheet.width * sheet.scale), number(sheet.height * sheet.scale), number(sheet.width),
      number(sheet.height), svg_escaped(sheet.title), svg_escaped(sheet.description),
      style_sheet(canvas_.fonts), clips_, body_);
}

}  // namespace hmaplab::widgets
