// The overlay that tells all keys. It covers the window; any click or Esc closes it.
#pragma once

#include <vector>

#include "app/pictures/help_picture.h"
#include "app/views/frame.h"

namespace hmaplab::views {

class HelpOverlay {
 public:
  // `window` is the whole window, in units.
  pictures::Command draw(const widgets::Canvas& canvas, const pictures::Rect& window,
                         const std::vector<pictures::KeyLine>& keys);
};

}  // namespace hmaplab::views
