// The panel of the bytes that are selected: who reads and writes them.
#pragma once

#include "app/views/frame.h"

namespace hmaplab::views {

class AccessesView {
 public:
  pictures::Command draw(const Frame& frame, Slot slot);

 private:
  uint32_t position_ = 0;  // for which it was last brought into view
};

}  // namespace hmaplab::views
