// The panel of the store buffers.
#pragma once

#include "app/views/frame.h"

namespace hmaplab::views {

class StoresView {
 public:
  pictures::Command draw(const Frame& frame, Slot slot);
};

}  // namespace hmaplab::views
