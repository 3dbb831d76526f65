// A window with Dear ImGui and nothing in it: what row 12 of BENCHMARKS.md compares with. It is open
// until it is closed or stopped.
#include <fmt/core.h>

#include "app/platform/window.h"

int main() {
  auto window = hmaplab::platform::Window::open("empty", {.width = 1280, .height = 720});
  if (!window) {
    fmt::print(stderr, "empty_window: {}\n", window.error());
    return 1;
  }
  while (!window.value()->closed()) {
    window.value()->wait(0.1);
    window.value()->begin_frame();
    window.value()->end_frame({0, 0, 0});
  }
  return 0;
}
