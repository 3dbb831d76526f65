// The panel of the interleaving table; it keeps the row of the last step in sight.
#pragma once

#include "app/views/frame.h"

namespace hmaplab::views {

class StepsView {
 public:
  pictures::Command draw(const Frame& frame, Slot slot);

 private:
  uint32_t position_ = 0;
};

}  // namespace hmaplab::views
