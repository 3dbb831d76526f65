// What is different between the moment that is pinned and the cursor, as a list with three columns.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

inline constexpr float kDifferenceRowHeight = 18;

Picture comparison_picture(const Run& run, const Moment& moment, float width,
                           const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
