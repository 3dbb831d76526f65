// Finds the files of the faces through fontconfig: Inter, else DejaVu Sans, for text; JetBrains
// Mono, else DejaVu Sans Mono, for code; WenQuanYi Micro Hei or Noto Sans CJK for Chinese. What
// fontconfig offers in their place is taken when they are not there.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "app/look/text_style.h"
#include "core/base/result.h"

namespace hmaplab::look {

struct FontFile {
  std::string path;
  std::string family;  // "Inter"
  int index = 0;  // of the face in a collection
  float line_ratio =
      1;  // from the em size to ascender plus descender, which is what ImGui takes for the size
  float ascent_ratio = 0.8F;  // from the em size to the ascender
};

// In the order of Face.
using FontFiles = std::array<FontFile, 4>;

base::Result<FontFiles> find_font_files();
// A face that has Chinese characters; nothing when none is installed.
std::optional<FontFile> find_chinese_font_file();

}  // namespace hmaplab::look
