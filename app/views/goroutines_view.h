// The panel of the goroutines.
#pragma once

#include "app/views/frame.h"

namespace hmaplab::views {

class GoroutinesView {
 public:
  pictures::Command draw(const Frame& frame, Slot slot);
};

}  // namespace hmaplab::views
