// The panel of the source. It follows who moved last, and scrolls only when that line is out of
// sight.
#pragma once

#include "app/views/frame.h"

namespace hmaplab::views {

class SourceView {
 public:
  pictures::Command draw(const Frame& frame, Slot slot);

 private:
  uint32_t line_ = 0;  // that was last brought into view
};

}  // namespace hmaplab::views
