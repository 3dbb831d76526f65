// The panel of what the program prints; it keeps the latest in sight.
#pragma once

#include "app/views/frame.h"

namespace hmaplab::views {

class OutputView {
 public:
  pictures::Command draw(const Frame& frame, Slot slot);

 private:
  size_t lines_ = 0;
};

}  // namespace hmaplab::views
