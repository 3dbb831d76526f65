// The interleaving table: a row for each step around the cursor, a column for each actor. The text
// twin of the timeline.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

inline constexpr float kStepRowHeight = 20;

Picture steps_picture(const Run& run, const Moment& moment, float width,
                      const look::TextMeasure& measure);

// The place of a step in any list of steps: a click goes there.
Hit place_of(const StepRow& step, const Rect& row, std::string tooltip = "");

// Where the row of the last step made begins, for scrolling; 0 when there is none.
float current_row_y(const Moment& moment);

}  // namespace hmaplab::pictures
