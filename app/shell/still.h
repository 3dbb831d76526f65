// The shell without a display: one frame of the window as an image.
#pragma once

#include <optional>
#include <string>

#include "app/look/theme.h"
#include "app/platform/frame_renderer.h"
#include "app/platform/image.h"
#include "app/shell/layout.h"
#include "app/shell/study.h"
#include "core/base/result.h"

namespace hmaplab::shell {

struct StillOptions {
  platform::PixelSize size{.width = 1280, .height = 720};
  std::optional<float> scale;  // pixels of a unit; without: so that 1280x720 units fill the picture
  look::ThemeName theme = look::ThemeName::Dark;
  std::optional<Panel> panel;  // that stands in front of its tabs
  std::string press;      // letters, before the picture is made
  uint64_t map_zoom = 0;  // as Command::Kind::ZoomMap counts them; 0: as it is
  bool help = false;  // with the overlay of keys
};

base::Result<platform::Image> render_still(Study& study, const StillOptions& options);

}  // namespace hmaplab::shell
