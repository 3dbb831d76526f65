#include "app/shell/still.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/look/metrics.h"
#include "app/platform/offscreen.h"
#include "app/platform/unseen.h"
#include "app/shell/shell.h"
#include "app/widgets/svg_painter.h"

namespace hmaplab::shell {
namespace {

constexpr int kFrames = 3;  // scrolling to what must be seen takes a frame

// In steps of a quarter, so that lines fall on whole pixels more often.
float fitting_scale(platform::PixelSize size) {
  const float fit =
      std::min(static_cast<float>(size.width) / 1280, static_cast<float>(size.height) / 720);
  return std::clamp(std::floor(fit * 4) / 4, look::metrics::kSmallestScale,
                    look::metrics::kLargestScale);
}

// Needs an ImGui context, which takes the fonts.
base::Result<look::Fonts> fonts_for(const StillOptions& options) {
  auto loaded = look::Fonts::load();
  if (!loaded) return base::Error{loaded.error()};
  look::Fonts fonts = std::move(loaded).value();
  fonts.build(options.scale.value_or(fitting_scale(options.size)));
  return fonts;
}

void prepare(Shell& shell, const StillOptions& options) {
  if (options.panel) shell.show(*options.panel);
  for (const char letter : options.press)
    shell.press({.character = static_cast<unsigned char>(letter)});
  if (options.map_zoom > 0) shell.zoom_map(options.map_zoom);
  if (options.help) shell.press({.key = platform::Key::F1});
}

platform::ClearColor ground_of(const Shell& shell) {
  const look::Rgba ground = shell.theme()[look::Color::Background];
  return {static_cast<float>(ground.red) / 255, static_cast<float>(ground.green) / 255,
          static_cast<float>(ground.blue) / 255};
}

pictures::Page draw_page(Shell& shell, const look::Fonts& fonts, platform::PixelSize size,
                         platform::Unseen& surface) {
  const auto width = static_cast<float>(size.width);
  const auto height = static_cast<float>(size.height);
  pictures::Page page;
  for (int frame = 0; frame < kFrames; ++frame) {
    page = {.width = width / fonts.scale(), .height = height / fonts.scale(), .pictures = {}};
    surface.begin_frame();
    shell.frame(fonts, width, height, &page);
    surface.end_frame();
  }
  return page;
}

}  // namespace

base::Result<platform::Image> render_still(Study& study, const StillOptions& options) {
  auto made = platform::Offscreen::create(options.size);
  if (!made) return base::Error{made.error()};
  const auto offscreen = std::move(made).value();
  auto fonts = fonts_for(options);
  if (!fonts) return base::Error{fonts.error()};
  offscreen->fonts_changed();
  Shell shell(study, options.theme);
  prepare(shell, options);
  for (int frame = 0; frame < kFrames; ++frame) {
    offscreen->begin_frame();
    shell.frame(fonts.value(), static_cast<float>(options.size.width),
                static_cast<float>(options.size.height));
    offscreen->end_frame(ground_of(shell));
  }
  return offscreen->image();
}

base::Result<pictures::Page> still_page(Study& study, const StillOptions& options) {
  platform::Unseen surface(options.size);
  auto fonts = fonts_for(options);
  if (!fonts) return base::Error{fonts.error()};
  Shell shell(study, options.theme);
  prepare(shell, options);
  return draw_page(shell, fonts.value(), options.size, surface);
}

base::Result<std::string> still_svg(Study& study, const StillOptions& options) {
  platform::Unseen surface(options.size);
  auto fonts = fonts_for(options);
  if (!fonts) return base::Error{fonts.error()};
  Shell shell(study, options.theme);
  prepare(shell, options);
  const pictures::Page page = draw_page(shell, fonts.value(), options.size, surface);
  const widgets::Canvas canvas{.theme = shell.theme(), .fonts = fonts.value()};
  widgets::SvgPainter painter(canvas);
  painter.paint(page);
  return painter.finish({.width = page.width,
                         .height = page.height,
                         .scale = fonts.value().scale(),
                         .title = shell.title(),
                         .description = pictures::page_text(page)});
}

}  // namespace hmaplab::shell
