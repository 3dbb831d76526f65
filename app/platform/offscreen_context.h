// Offscreen::Context: makes a GL 3.3 core context current while it lives. One of the two files
// offscreen_egl.cpp and offscreen_hidden_window.cpp defines how; CMake picks it.
#pragma once

#include "app/platform/offscreen.h"

namespace hmaplab::platform {

class Offscreen::Context {
 public:
  virtual ~Context() = default;
};

}  // namespace hmaplab::platform
