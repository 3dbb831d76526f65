// All keys and what they do, as a table of key caps.
#pragma once

#include <vector>

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

struct KeyLine {
  std::vector<std::string> keys;  // "Right", "Ctrl +"
  std::string text;
};

Picture help_picture(const std::vector<KeyLine>& lines, float width, float height,
                     const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
