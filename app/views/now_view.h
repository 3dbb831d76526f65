// The panel of what just happened; at a bad end it becomes the card that says who did it.
#pragma once

#include "app/views/frame.h"

namespace hmaplab::views {

class NowView {
 public:
  pictures::Command draw(const Frame& frame, Slot slot);
};

}  // namespace hmaplab::views
