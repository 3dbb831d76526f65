// Fonts: every TextStyle as a Dear ImGui font, rasterised for one scale so that text is crisp. The
// atlas belongs to the current ImGui context; whoever calls build() tells the surface that fonts
// changed.
#pragma once

#include <array>

#include "app/look/font_files.h"
#include "app/look/text_style.h"

struct ImFont;

namespace hmaplab::look {

class Fonts : public TextMeasure {
 public:
  // Rasterises all styles anew. Pixels of a unit: `scale`. Needs a current ImGui context, between
  // frames.
  static base::Result<Fonts> load();
  void build(float scale);
  float scale() const { return scale_; }

  ImFont* font(TextStyle style) const { return fonts_[static_cast<size_t>(style)]; }
  // From ascender to descender, in pixels: the size that ImGui draws font(style) at.
  float pixels(TextStyle style) const {
    const StyleInfo info = style_info(style);
    return info.size * files_[static_cast<size_t>(info.face)].line_ratio * scale_;
  }
  const FontFile& file(TextStyle style) const {
    return files_[static_cast<size_t>(style_info(style).face)];
  }
  float width(TextStyle style, std::string_view text) const override;

 private:
  explicit Fonts(FontFiles files) : files_(std::move(files)) {}

  FontFiles files_;
  std::array<ImFont*, kTextStyles> fonts_{};
  float scale_ = 0;
};

}  // namespace hmaplab::look
