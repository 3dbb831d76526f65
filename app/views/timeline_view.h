// The panel of the timeline: a click or a drag moves the cursor.
#pragma once

#include "app/views/frame.h"

namespace hmaplab::views {

class TimelineView {
 public:
  pictures::Command draw(const Frame& frame, Slot slot);
};

}  // namespace hmaplab::views
