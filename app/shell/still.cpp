#include "app/shell/still.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/look/metrics.h"
#include "app/platform/offscreen.h"
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

// Whether they were made anew. Needs an ImGui context, which takes the fonts.
bool fit_fonts(look::Fonts& fonts, const StillOptions& options, const Shell& shell) {
  const float scale = shell.scale(options.scale.value_or(fitting_scale(options.size)),
                                  static_cast<float>(options.size.width),
                                  static_cast<float>(options.size.height));
  const float least = shell.theme().least_text;
  fonts.expect(shell.language().characters());
  if (scale == fonts.scale() && least == fonts.least() && !fonts.stale()) return false;
  fonts.build(scale, least);
  return true;
}

void prepare(Shell& shell, const look::Fonts& fonts, const StillOptions& options) {
  if (!fonts.has_chinese()) shell.do_without_chinese();
  shell.set_motion(Motion::Reduced);
  shell.speak(options.language);
  if (options.panel) shell.show(*options.panel);
  for (const char letter : options.press)
    shell.press({.character = static_cast<unsigned char>(letter)});
  if (options.map_zoom > 0) shell.zoom_map(options.map_zoom);
  if (options.form == Form::Paper) shell.lay_out_for_paper();
  if (options.help) shell.press({.key = platform::Key::F1});
}

platform::ClearColor ground_of(const Shell& shell) {
  const look::Rgba ground = shell.theme()[look::Color::Background];
  return {static_cast<float>(ground.red) / 255, static_cast<float>(ground.green) / 255,
          static_cast<float>(ground.blue) / 255};
}

}  // namespace

base::Result<platform::Image> render_still(Study& study, const StillOptions& options) {
  auto made = platform::Offscreen::create(options.size);
  if (!made) return base::Error{made.error()};
  const auto offscreen = std::move(made).value();
  auto loaded = look::Fonts::load();
  if (!loaded) return base::Error{loaded.error()};
  look::Fonts fonts = std::move(loaded).value();
  Shell shell(study, options.theme);
  prepare(shell, fonts, options);
  for (int frame = 0; frame < kFrames; ++frame) {
    if (fit_fonts(fonts, options, shell)) offscreen->fonts_changed();
    offscreen->begin_frame();
    shell.frame(fonts, static_cast<float>(options.size.width),
                static_cast<float>(options.size.height));
    offscreen->end_frame(ground_of(shell));
  }
  return offscreen->image();
}

base::Result<std::unique_ptr<PageMaker>> PageMaker::create() {
  auto fonts = look::Fonts::load();
  if (!fonts) return base::Error{fonts.error()};
  return std::unique_ptr<PageMaker>(new PageMaker(std::move(fonts).value()));
}

pictures::Page PageMaker::page(Study& study, const StillOptions& options) {
  Shell shell(study, options.theme);
  prepare(shell, fonts_, options);
  const auto width = static_cast<float>(options.size.width);
  const auto height = static_cast<float>(options.size.height);
  pictures::Page page;
  surface_.forget();
  for (int frame = 0; frame < kFrames; ++frame) {
    fit_fonts(fonts_, options, shell);
    page = {.width = width / fonts_.scale(), .height = height / fonts_.scale(), .pictures = {}};
    surface_.begin_frame(options.size);
    shell.frame(fonts_, width, height, &page);
    surface_.end_frame();
  }
  title_ = shell.title();
  return page;
}

base::Result<std::string> still_svg(Study& study, const StillOptions& options) {
  auto made = PageMaker::create();
  if (!made) return base::Error{made.error()};
  const auto maker = std::move(made).value();
  const pictures::Page page = maker->page(study, options);
  const look::Theme theme = look::make_theme(options.theme);
  const widgets::Canvas canvas{.theme = theme, .fonts = maker->fonts()};
  widgets::SvgPainter painter(canvas);
  painter.paint(page);
  return painter.finish({.width = page.width,
                         .height = page.height,
                         .scale = maker->fonts().scale(),
                         .title = maker->title(),
                         .description = pictures::page_text(page)});
}

}  // namespace hmaplab::shell
