// Happens-before edges on the timeline: from the step that releases to the one that acquires. Those
// of the step just made are strong and have their sentence; so is the way to the step that is
// pinned. All others are faint, and are left out where there would be very many.
#pragma once

#include <functional>

#include "app/pictures/sketch.h"
#include "app/pictures/timeline_scale.h"

namespace hmaplab::pictures {

struct OrderPlace {
  const TimelineScale& scale;
  float right = 0;                      // where the lanes end
  std::function<float(uint32_t)> y_of;  // of the lane of a step
};

// Nothing while run.order is empty.
void draw_order(Sketch& sketch, const Run& run, const Moment& moment, const OrderPlace& place);

}  // namespace hmaplab::pictures
