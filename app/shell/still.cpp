#include "app/shell/still.h"

#include <algorithm>
#include <cmath>

#include "app/look/metrics.h"
#include "app/platform/offscreen.h"
#include "app/shell/shell.h"

namespace hmaplab::shell {
namespace {

// In steps of a quarter, so that lines fall on whole pixels more often.
float fitting_scale(platform::PixelSize size) {
  const float fit =
      std::min(static_cast<float>(size.width) / 1280, static_cast<float>(size.height) / 720);
  return std::clamp(std::floor(fit * 4) / 4, look::metrics::kSmallestScale,
                    look::metrics::kLargestScale);
}

}  // namespace

base::Result<platform::Image> render_still(Study& study, const StillOptions& options) {
  auto made = platform::Offscreen::create(options.size);
  if (!made) return base::Error{made.error()};
  const auto offscreen = std::move(made).value();
  auto fonts = look::Fonts::load();
  if (!fonts) return base::Error{fonts.error()};
  look::Fonts built = std::move(fonts).value();
  built.build(options.scale.value_or(fitting_scale(options.size)));
  offscreen->fonts_changed();
  Shell shell(study, options.theme);
  if (options.panel) shell.show(*options.panel);
  for (const char letter : options.press)
    shell.press({.character = static_cast<unsigned char>(letter)});
  if (options.map_zoom > 0) shell.zoom_map(options.map_zoom);
  if (options.help) shell.press({.key = platform::Key::F1});
  const look::Rgba ground = shell.theme()[look::Color::Background];
  for (int frame = 0; frame < 3; ++frame) {  // scrolling to what must be seen takes a frame
    offscreen->begin_frame();
    shell.frame(built, static_cast<float>(options.size.width),
                static_cast<float>(options.size.height));
    offscreen->end_frame({static_cast<float>(ground.red) / 255,
                          static_cast<float>(ground.green) / 255,
                          static_cast<float>(ground.blue) / 255});
  }
  return offscreen->image();
}

}  // namespace hmaplab::shell
