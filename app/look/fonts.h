// Fonts: every TextStyle as a Dear ImGui font, rasterised for one scale so that text is crisp. The
// atlas belongs to the current ImGui context; whoever calls build() tells the surface that fonts
// changed. It holds Latin letters and the characters of the texts in use: what width() meets that
// is not there makes the fonts stale(), and the next build() has it.
#pragma once

#include <algorithm>
#include <array>
#include <set>
#include <string>

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
  // Whether texts have characters that the atlas lacks. Characters that were met once stay, and
  // there is a limit to them, so it does not become stale for ever.
  bool stale() const { return stale_; }
  // Characters that the texts of all styles but code are going to have.
  void expect(const std::u32string& characters);
  bool has_chinese() const { return chinese_.has_value(); }

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
  Fonts(FontFiles files, std::optional<FontFile> chinese)
      : files_(std::move(files)), chinese_(std::move(chinese)) {}
  void meet(size_t style, char32_t character) const;

  FontFiles files_;
  std::optional<FontFile> chinese_;
  // By style. What width() meets is noted, and changes nothing that can be seen before build().
  mutable std::array<std::set<char32_t>, kTextStyles> met_;
  mutable bool stale_ = false;
  std::array<ImFont*, kTextStyles> fonts_{};
  float scale_ = 0;
  float least_ = 0;
};

}  // namespace hmaplab::look
