// The panel of the map: the one that was chosen, else the one that was touched last.
#pragma once

#include "app/views/frame.h"

namespace hmaplab::views {

class MapPanel {
 public:
  pictures::Command draw(const Frame& frame, Slot slot);

  void choose(size_t map) { chosen_ = map; }

 private:
  std::optional<size_t> chosen_;
  size_t touched_ = 0;
  uint32_t position_ = 0;
};

}  // namespace hmaplab::views
