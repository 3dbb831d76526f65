// The timeline: a lane for each actor, a tick for each step, lines where another takes over, the
// beats above, the cursor, and the end, marked before one gets there. A tick tells its kind by its
// shape: a load is low, a store is full, an act of synchronisation is round.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// Which steps are shown, and where. The part that is shown moves by pages, so that ticks stay put
// while the cursor moves.
struct TimelineScale {
  uint32_t first = 0;  // the first step shown
  uint32_t shown = 0;  // how many
  float left = 0;      // where the first begins
  float step_width = 1;

  float x_of(uint32_t position) const {
    return left + static_cast<float>(position - first) * step_width;
  }
  // The position (a number of steps made) nearest to a place.
  uint32_t position_at(float x) const;
};

TimelineScale timeline_scale(const Run& run, uint32_t position, float width);
Picture timeline_picture(const Run& run, const Moment& moment, Rect place,
                         const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
