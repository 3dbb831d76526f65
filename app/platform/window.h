// Window: a window of the desktop with an OpenGL 3.3 core context, by GLFW. It collects key
// presses in this program's own words; the mouse and the wheel go to Dear ImGui. It draws only when
// asked, and sleeps in between.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/platform/frame_renderer.h"
#include "app/platform/image.h"
#include "app/platform/keys.h"
#include "core/base/result.h"

struct GLFWwindow;

namespace hmaplab::platform {

class Window {
 public:
  // The size is in units (pixels at scale 1); the window may come out smaller on a small monitor.
  // An error is one sentence: no display, no OpenGL 3.3.
  // One that stands beside another comes to the second monitor, where there is one.
  enum class Place : uint8_t { Main, Beside };
  static base::Result<std::unique_ptr<Window>> open(const std::string& title, PixelSize size,
                                                    Place place = Place::Main);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  bool closed() const;
  // From here on ImGui and OpenGL mean this window: before fonts are built for it. begin_frame does the
  // same.
  void use();
  void set_full_screen(bool full);
  void set_title(const std::string& title);
  // Pixels of the screen that a unit takes at normal size; 2 on a HiDPI screen.
  float content_scale() const;
  PixelSize frame_buffer_size() const;

  // Sleeps until something happens or the seconds are over; without seconds, until something
  // happens.
  void wait(std::optional<double> seconds);
  // Counts everything that may change the picture: keys, mouse, resizing, being uncovered.
  unsigned event_count() const { return event_count_; }
  std::vector<KeyPress> take_key_presses();
  // Paths of files that somebody let fall on the window.
  std::vector<std::string> take_dropped_files();

  void fonts_changed() { renderer_->fonts_changed(); }
  void begin_frame();
  void end_frame(const ClearColor& background);
  // What the last frame drew.
  Image image() const;

 private:
  class Callbacks;  // GLFW's C functions
  Window(GLFWwindow* handle, Place place);

  GLFWwindow* handle_;
  std::unique_ptr<FrameRenderer> renderer_;
  std::vector<KeyPress> key_presses_;
  std::vector<std::string> dropped_files_;
  unsigned event_count_ = 0;
  std::string title_;
  std::array<int, 4> windowed_{};  // place and size before it filled the screen
};

}  // namespace hmaplab::platform
