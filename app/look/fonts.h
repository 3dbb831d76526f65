// Fonts: every TextStyle as a Dear ImGui font, rasterised for one scale so that text is crisp. The
// atlas belongs to the current ImGui context; whoever calls build() tells the surface that fonts
// changed.
#pragma once

#include <algorithm>
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
  // No text is smaller than `least`, in units.
  void build(float scale, float least = 0);
  float scale() const { return scale_; }
  float least() const { return least_; }

  ImFont* font(TextStyle style) const { return fonts_[static_cast<size_t>(style)]; }
  // From ascender to descender, in pixels: the size that ImGui draws font(style) at.
  float pixels(TextStyle style) const {
    return size(style) * file(style).line_ratio * scale_;
  }
  // Of the em, in units.
  float size(TextStyle style) const { return std::max(least_, style_info(style).size); }
  const FontFile& file(TextStyle style) const {
    return files_[static_cast<size_t>(style_info(style).face)];
  }
  float width(TextStyle style, std::string_view text) const override;

 private:
  explicit Fonts(FontFiles files) : files_(std::move(files)) {}

  FontFiles files_;
  std::array<ImFont*, kTextStyles> fonts_{};
  float scale_ = 0;
  float least_ = 0;
};

}  // namespace hmaplab::look
