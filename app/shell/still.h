// The shell without a display: one frame of the window as an image, as a page of pictures, as SVG.
// Nothing moves in a still.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "app/look/fonts.h"
#include "app/look/language.h"
#include "app/look/theme.h"
#include "app/pictures/page.h"
#include "app/platform/frame_renderer.h"
#include "app/platform/image.h"
#include "app/platform/unseen.h"
#include "app/shell/layout.h"
#include "app/shell/study.h"
#include "core/base/result.h"

namespace hmaplab::shell {

enum class Form : uint8_t { Window, Paper };  // see layout_for, layout_for_paper

struct StillOptions {
  platform::PixelSize size{.width = 1280, .height = 720};
  std::optional<float> scale;  // pixels of a unit; without: so that 1280x720 units fill the picture
  look::ThemeName theme = look::ThemeName::Dark;
  look::LanguageName language = look::LanguageName::English;
  std::optional<Panel> panel;  // that stands in front of its tabs
  std::string press;      // letters, before the picture is made
  uint64_t map_zoom = 0;  // as Command::Kind::ZoomMap counts them; 0: as it is
  bool help = false;  // with the overlay of keys
  Form form = Form::Window;
};

// Needs OpenGL.
base::Result<platform::Image> render_still(Study& study, const StillOptions& options);
// The text of an SVG file of the same frame; needs no OpenGL.
base::Result<std::string> still_svg(Study& study, const StillOptions& options);

// The same frame as data, again and again; needs no OpenGL. One lives at a time, and no other surface
// beside it.
class PageMaker {
 public:
  static base::Result<std::unique_ptr<PageMaker>> create();
  // In units of the window.
  pictures::Page page(Study& study, const StillOptions& options);
  // The fonts at a scale, to lay out something else by.
  void measure_at(float scale) { fonts_.build(scale); }
  // As the last page had them.
  const look::Fonts& fonts() const { return fonts_; }
  const std::string& title() const { return title_; }

 private:
  explicit PageMaker(look::Fonts fonts) : fonts_(std::move(fonts)) {}

  platform::Unseen surface_;
  look::Fonts fonts_;
  std::string title_;
};

}  // namespace hmaplab::shell
