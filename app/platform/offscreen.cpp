#include "app/platform/offscreen.h"

#include <glad/gl.h>
#include <imgui.h>

#include "app/platform/offscreen_context.h"

namespace hmaplab::platform {
namespace {

constexpr int kLargest = 16384;

}  // namespace

Offscreen::Offscreen(PixelSize size) : size_(size) {}

base::Result<std::unique_ptr<Offscreen>> Offscreen::create(PixelSize size) {
  if (size.width < 1 || size.height < 1 || size.width > kLargest || size.height > kLargest) {
    return base::Error{"a picture is from 1 to 16384 pixels wide and high"};
  }
  std::unique_ptr<Offscreen> offscreen(new Offscreen(size));
  auto context = make_context();
  if (!context) return base::Error{context.error()};
  offscreen->context_ = std::move(context).value();
  if (auto buffer = offscreen->make_frame_buffer(); !buffer) return base::Error{buffer.error()};
  offscreen->renderer_ = std::make_unique<FrameRenderer>();
  return offscreen;
}

base::Result<int> Offscreen::make_frame_buffer() {
  glGenTextures(1, &buffer_.color);
  glBindTexture(GL_TEXTURE_2D, buffer_.color);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size_.width, size_.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
               nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glGenFramebuffers(1, &buffer_.frame);
  glBindFramebuffer(GL_FRAMEBUFFER, buffer_.frame);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, buffer_.color, 0);
  if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
    return base::Error{"OpenGL gives no picture of that size"};
  }
  return 0;
}

Offscreen::~Offscreen() {
  renderer_.reset();
  if (buffer_.frame != 0) glDeleteFramebuffers(1, &buffer_.frame);
  if (buffer_.color != 0) glDeleteTextures(1, &buffer_.color);
}

void Offscreen::begin_frame() {
  glBindFramebuffer(GL_FRAMEBUFFER, buffer_.frame);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(static_cast<float>(size_.width), static_cast<float>(size_.height));
  io.DeltaTime = 1.0F / 60.0F;
  renderer_->begin();
  ImGui::NewFrame();
}

void Offscreen::end_frame(const ClearColor& background) { renderer_->end(size_, background); }

Image Offscreen::image() const {
  glBindFramebuffer(GL_FRAMEBUFFER, buffer_.frame);
  return read_pixels(size_);
}

}  // namespace hmaplab::platform
