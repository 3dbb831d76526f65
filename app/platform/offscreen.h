// Offscreen: a surface that needs no display. It makes an OpenGL 3.3 core context of its own (EGL
// without a surface on Linux, a hidden window elsewhere), draws into a texture, and hands out the
// pixels.
#pragma once

#include <memory>

#include "app/platform/frame_renderer.h"
#include "app/platform/image.h"
#include "core/base/result.h"

namespace hmaplab::platform {

class Offscreen {
 public:
  class Context;  // the GL context, by EGL or by a hidden window

  // Width and height from 1 to 16384 pixels.
  static base::Result<std::unique_ptr<Offscreen>> create(PixelSize size);
  ~Offscreen();

  void fonts_changed() { renderer_->fonts_changed(); }
  // Between the two, ImGui calls draw. Time stands still: each frame is 1/60 second after the last.
  void begin_frame();
  void end_frame(const ClearColor& background);
  // What the last frame drew.
  Image image() const;

 private:
  struct FrameBuffer {
    unsigned frame = 0;
    unsigned color = 0;
  };
  explicit Offscreen(PixelSize size);
  static base::Result<std::unique_ptr<Context>> make_context();
  base::Result<int> make_frame_buffer();

  PixelSize size_;
  std::unique_ptr<Context> context_;
  FrameBuffer buffer_;
  std::unique_ptr<FrameRenderer> renderer_;
};

}  // namespace hmaplab::platform
