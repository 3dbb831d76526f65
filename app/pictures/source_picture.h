// The program with line numbers; in front of each line the badges of the goroutines that stand on
// it. The line of who moved last is lit; at a fatal end the lines of the culprits are.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

inline constexpr float kCodeLineHeight = 19;

Picture source_picture(const Run& run, const Moment& moment, float width,
                       const look::TextMeasure& measure);

// The line that must be visible, from 1; 0: none.
uint32_t line_in_focus(const Run& run, const Moment& moment);

}  // namespace hmaplab::pictures
