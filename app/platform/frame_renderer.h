// FrameRenderer: a Dear ImGui context and its OpenGL 3 back end on the GL context that is current when
// it is made. Each Window and Offscreen has one. The fonts are put into the atlas by
// others (app/look); after a change of the atlas the texture is uploaded anew.
#pragma once

#include <array>

#include "app/platform/image.h"
#include "core/base/result.h"

struct ImGuiContext;

namespace hmaplab::platform {

struct PixelSize {
  int width = 0;
  int height = 0;
  friend bool operator==(const PixelSize&, const PixelSize&) = default;
};

// Red, green, blue, each 0 to 1.
using ClearColor = std::array<float, 3>;

class FrameRenderer {
 public:
  FrameRenderer();
  ~FrameRenderer();
  FrameRenderer(const FrameRenderer&) = delete;
  FrameRenderer& operator=(const FrameRenderer&) = delete;

  // From here on ImGui's functions mean this one; its GL context is for whoever has it to make current.
  void use();
  // Before the next begin(): the atlas has changed.
  void fonts_changed() { fonts_changed_ = true; }
  void begin();
  // Draws what was recorded since begin() into the frame buffer that is bound.
  void end(PixelSize size, const ClearColor& background);

 private:
  ImGuiContext* context_;
  bool fonts_changed_ = false;
};

// Loads OpenGL with the loader function of the current context; an error says which version is
// missing.
base::Result<int> load_opengl(void (*(*loader)(const char*))());

// The pixels of the frame buffer that is bound.
Image read_pixels(PixelSize size);

}  // namespace hmaplab::platform
