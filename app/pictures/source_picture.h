// The program with line numbers; in front of each line the badges of the goroutines that stand on
// it. A line that is too long for the panel goes on in the next row. The line of who moved last is
// lit and in the focus of the picture. A line on which steps are made has a chevron: opened, its points stand
// below it (opened_line.h). At a fatal end the lines of the culprits are lit.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

inline constexpr float kCodeLineHeight = 18;

Picture source_picture(const Run& run, const Moment& moment, float width,
                       const look::TextMeasure& measure);

// The line that must be visible, from 1; 0: none.
uint32_t line_in_focus(const Run& run, const Moment& moment);

}  // namespace hmaplab::pictures
