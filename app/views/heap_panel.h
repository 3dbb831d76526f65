// The panel of the heap and the finalizers; it keeps what was just touched in sight.
#pragma once

#include "app/views/frame.h"

namespace hmaplab::views {

class HeapPanel {
 public:
  pictures::Command draw(const Frame& frame, Slot slot);

 private:
  uint32_t position_ = 0;
};

}  // namespace hmaplab::views
