// Unseen: frames of Dear ImGui that nobody draws, without OpenGL and without a display: for pictures
// that are written (SVG) and for tests. As of the other surfaces, there is one at a time.
#pragma once

#include "app/platform/frame_renderer.h"

namespace hmaplab::platform {

class Unseen {
 public:
  explicit Unseen(PixelSize size);
  ~Unseen();
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

  void begin_frame();
  void end_frame();

 private:
  PixelSize size_;
};

}  // namespace hmaplab::platform
