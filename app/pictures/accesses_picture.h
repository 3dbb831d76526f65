// Who reads and writes the bytes that are selected: a row for each step, the one that made them what
// they are lit.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// A row, to be scrolled by.
inline constexpr float kAccessRowHeight = 18;

// Where the row stands that is at the cursor or the last before it; 0 when there is none.
float current_access_y(const Moment& moment);

Picture accesses_picture(const Run& run, const Moment& moment, float width,
                         const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
