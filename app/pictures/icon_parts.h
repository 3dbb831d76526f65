// What an icon consists of: polygons, filled or drawn as lines. Whoever paints needs no font of icons
// and no notion of an icon.
#pragma once

#include <vector>

#include "app/pictures/picture.h"

namespace hmaplab::pictures {

struct IconPart {
  std::vector<Point> points;  // clockwise where it is filled
  float line = 0;             // the width of the line around; 0: it is filled
  bool closed = true;
};

// `line` is the width of lines, in the measure of the place.
std::vector<IconPart> icon_parts(const Rect& place, Shape shape, float line);

}  // namespace hmaplab::pictures
