// What the program prints: its standard output so far, and at the end what Go prints on standard
// error.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

inline constexpr float kOutputLineHeight = 18;

Picture output_picture(const Run& run, const Moment& moment, float width,
                       const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
