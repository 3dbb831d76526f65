// SvgPainter: writes pages as SVG, as Painter puts pictures on an ImGui draw list: the same boxes,
// letters, badges and icons at the same places. Each text has the width that it was laid out with,
// so that another font in its place makes nothing overlap. It draws nothing and needs no display.
#pragma once

#include <map>
#include <string>
#include <tuple>

#include "app/pictures/page.h"
#include "app/widgets/painter.h"

namespace hmaplab::widgets {

class SvgPainter {
 public:
  // The fonts must be built. The scale of the canvas does not matter.
  explicit SvgPainter(const Canvas& canvas) : canvas_(canvas) {}

  // Adds a page with its ground, its upper left corner at a point, so many times its size.
  void paint(const pictures::Page& page, pictures::Point at = {}, float times = 1);

  struct Sheet {
    float width = 0;  // in units
    float height = 0;
    float scale = 1;  // pixels of a unit
    std::string title;
    std::string description;  // what it shows as text, for those who cannot see it
  };
  // The whole file, of all that was painted.
  std::string finish(const Sheet& sheet) const;

 private:
  void paint(const pictures::PaintedPicture& painted);
  void paint(const pictures::Box& box);
  void paint(const pictures::Label& label);
  void paint(const pictures::Stroke& stroke);
  void paint(const pictures::Badge& badge);
  void paint(const pictures::Icon& icon);
  void paint(const pictures::Hit&) {}

  struct Text {
    pictures::Point begin;  // of the base line
    float width = 0;
    float size = 0;  // of the em
    look::TextStyle style = look::TextStyle::Body;
    look::Color color = look::Color::Text;
  };
  void write(const std::string& text, const Text& look);
  size_t clip_number(const pictures::Rect& clip);
  std::string color(look::Color color) const;

  Canvas canvas_;
  std::string body_;
  std::string clips_;
  std::map<std::tuple<float, float, float, float>, size_t> clip_numbers_;
};

}  // namespace hmaplab::widgets
