// The panel that compares the moment that is pinned with the cursor.
#pragma once

#include "app/views/frame.h"

namespace hmaplab::views {

class ComparisonView {
 public:
  pictures::Command draw(const Frame& frame, Slot slot);
};

}  // namespace hmaplab::views
