// The panel of channels and locks.
#pragma once

#include "app/views/frame.h"

namespace hmaplab::views {

class LocksView {
 public:
  pictures::Command draw(const Frame& frame, Slot slot);
};

}  // namespace hmaplab::views
