// Unseen: frames of Dear ImGui that nobody draws, without OpenGL and without a display: for pictures
// that are written (SVG) and for tests. As of the other surfaces, there is one at a time.
#pragma once

#include "app/platform/frame_renderer.h"

namespace hmaplab::platform {

class Unseen {
 public:
  Unseen();
  ~Unseen();
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

  void begin_frame(PixelSize size);
  void end_frame();
  // What the next frame draws is new: nothing is scrolled yet.
  void forget();
};

}  // namespace hmaplab::platform
