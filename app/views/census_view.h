// The panel of the census.
#pragma once

#include "app/views/frame.h"

namespace hmaplab::views {

class CensusView {
 public:
  pictures::Command draw(const Frame& frame, Slot slot);
};

}  // namespace hmaplab::views
