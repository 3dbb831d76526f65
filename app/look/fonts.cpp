#include "app/look/fonts.h"

#include <imgui.h>

#include <utility>

namespace hmaplab::look {
namespace {

// Latin, the punctuation and arrows that the texts of this program use, and the signs on buttons.
constexpr ImWchar kGlyphs[] = {0x0020, 0x017f, 0x2010, 0x2027, 0x2030, 0x203a, 0x2190,
                               0x2199, 0x21d2, 0x21d2, 0x2200, 0x22ff, 0x2303, 0x2325,
                               0x25a0, 0x25ff, 0x2713, 0x2717, 0};

}  // namespace

base::Result<Fonts> Fonts::load() {
  auto files = find_font_files();
  if (!files) return base::Error{files.error()};
  return Fonts(std::move(files).value());
}

void Fonts::build(float scale, float least) {
  scale_ = scale;
  least_ = least;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
  for (size_t i = 0; i < kTextStyles; ++i) {
    const StyleInfo info = style_info(static_cast<TextStyle>(i));
    const FontFile& file = files_[static_cast<size_t>(info.face)];
    ImFontConfig config;
    config.FontNo = file.index;
    config.OversampleH = scale < 1.5F ? 3 : 2;
    config.OversampleV = 1;
    config.PixelSnapH = false;
    fonts_[i] = atlas.AddFontFromFileTTF(file.path.c_str(), pixels(static_cast<TextStyle>(i)),
                                         &config, kGlyphs);
    if (fonts_[i] == nullptr) fonts_[i] = atlas.AddFontDefault();
  }
  ImGui::GetIO().FontDefault = fonts_[0];
  atlas.Build();
}

float Fonts::width(TextStyle style, std::string_view text) const {
  if (scale_ == 0) return EvenMeasure().width(style, text);
  const float pixels =
      font(style)
          ->CalcTextSizeA(this->pixels(style), FLT_MAX, 0, text.data(), text.data() + text.size())
          .x;
  return pixels / scale_;
}

}  // namespace hmaplab::look
