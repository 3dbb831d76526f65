// Page: what was painted in a frame of the window, in order: pictures at places of the window, each
// cut off where its panel ends. What paints a page needs no window: SVG files are written from it,
// it can be read as text, and tests look at it.
#pragma once

#include <string>
#include <vector>

#include "app/pictures/picture.h"

namespace hmaplab::pictures {

struct PaintedPicture {
  Picture picture;
  Point origin;  // where its (0, 0) lies, in units of the window
  Rect clip;     // what of it can be seen, in units of the window

  Rect placed(const Item& item) const { return bounds(item).moved(origin.x, origin.y); }
};

struct Page {
  float width = 0;  // of the window, in units
  float height = 0;
  std::vector<PaintedPicture> pictures;
};

// All that is written on a page and can be seen, picture by picture, a line for each row of text.
std::string page_text(const Page& page);

}  // namespace hmaplab::pictures
