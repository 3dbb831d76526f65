// Painter: puts a Picture on an ImGui draw list, in a theme, at a scale, and finds what the mouse
// is on. Nothing is decided here: what a thing looks like and where it stands is in the picture.
#pragma once

#include "app/look/fonts.h"
#include "app/look/theme.h"
#include "app/pictures/page.h"

struct ImDrawList;

namespace hmaplab::widgets {

// What the mouse rests on, in whichever panel: all places that do the same are marked with it, so
// that a cell, its bytes and its accesses find each other.
struct Hover {
  pictures::About shown;  // found in the frame before
  pictures::About found;  // in this one
};

// The place that keys are on: the panel, and which of its places to click. Shown as a ring.
struct Focus {
  std::string panel;    // its id; "" for none
  size_t place = 0;     // from 0, in the order in which they were drawn
  size_t places = 0;    // found in this frame
  bool pressed = false;  // as if it were clicked, in this frame
};

// What everything that paints needs.
struct Canvas {
  const look::Theme& theme;
  const look::Fonts& fonts;
  const look::TextMeasure* spoken = nullptr;  // in the reader's language; without: English
  float scale = 1;                            // pixels of a unit
  Focus* focus = nullptr;                     // without: keys are nowhere
  Hover* hover = nullptr;  // without: panels do not answer each other
  pictures::Page* page = nullptr;  // what is painted is noted there, too

  const look::TextMeasure& measure() const { return spoken != nullptr ? *spoken : fonts; }
};

// How large the text of a badge is: a share of the size of a heading.
float badge_text_size(const pictures::Badge& badge);

class Painter {
 public:
  // `origin` is where the picture's own (0, 0) comes to lie, in pixels.
  Painter(ImDrawList& list, const Canvas& canvas, pictures::Point origin)
      : list_(list), canvas_(canvas), origin_(origin) {}

  // Paints what lies in the clipping rectangle of the draw list.
  void paint(const pictures::Picture& picture);
  // The part of the picture's hits that the mouse, given in pixels, is on: the topmost with a
  // command, the topmost with a tooltip. Either may be null.
  struct Under {
    const pictures::Hit* command = nullptr;
    const pictures::Hit* tooltip = nullptr;
    pictures::About what;  // that it speaks of
  };
  Under under(const pictures::Picture& picture, pictures::Point mouse) const;
  // A veil that says: this can be clicked.
  void highlight(const pictures::Hit& hit);
  // A ring that says: keys are here.
  void ring(const pictures::Hit& hit);

 private:
  void paint(const pictures::Box& box);
  void paint(const pictures::Label& label);
  void paint(const pictures::Stroke& stroke);
  void paint(const pictures::Badge& badge);
  void paint(const pictures::Icon& icon);
  void paint(const pictures::Hit&) {}
  void note(const pictures::Picture& picture, const pictures::Rect& clip);
  void dashed_rect(const pictures::Rect& pixels, uint32_t color, float width);
  void dashed_line(pictures::Point from, pictures::Point to, uint32_t color, float width);

  uint32_t color(look::Color color, float opacity = 1) const;
  pictures::Rect pixels(const pictures::Rect& rect) const;  // snapped to whole pixels
  pictures::Point pixels(pictures::Point point) const;
  float length(float units) const { return units * canvas_.scale; }

  ImDrawList& list_;
  const Canvas& canvas_;
  pictures::Point origin_;
};

}  // namespace hmaplab::widgets
