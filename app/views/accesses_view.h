// The panel of the bytes that are selected: who reads and writes them.
#pragma once

#include "app/views/frame.h"

namespace hmaplab::views {

class AccessesView {
 public:
  pictures::Command draw(const Frame& frame, Slot slot);

 private:
  // For what the row at the cursor was last brought into view.
  uint32_t position_ = 0;
  memory::Address word_{};
  size_t total_ = 0;
};

}  // namespace hmaplab::views
