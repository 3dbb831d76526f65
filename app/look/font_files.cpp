#include "app/look/font_files.h"

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <memory>
#include <optional>

namespace hmaplab::look {
namespace {

using Config = std::unique_ptr<FcConfig, decltype(&FcConfigDestroy)>;
using Pattern = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;

constexpr FcChar32 kBucket = 0x6876;  // 桶: a face that has it is taken for a Chinese one

// With `character`: a face for Chinese that has it.
std::optional<FontFile> best_match(FcConfig* config, std::initializer_list<const char*> families,
                                   int weight, FcChar32 character = 0) {
  Pattern wanted(FcPatternCreate(), FcPatternDestroy);
  for (const char* family : families) {
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
  }
  FcPatternAddInteger(wanted.get(), FC_WEIGHT, weight);
  FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
  FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
  if (character != 0) {
    FcPatternAddString(wanted.get(), FC_LANG, reinterpret_cast<const FcChar8*>("zh-cn"));
  }
  FcConfigSubstitute(config, wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());
  FcResult result = FcResultNoMatch;
  Pattern found(FcFontMatch(config, wanted.get(), &result), FcPatternDestroy);
  FcChar8* path = nullptr;
  if (!found || FcPatternGetString(found.get(), FC_FILE, 0, &path) != FcResultMatch)
    return std::nullopt;
  FcCharSet* characters = nullptr;
  if (character != 0 && (FcPatternGetCharSet(found.get(), FC_CHARSET, 0, &characters) !=
                             FcResultMatch ||
                         FcCharSetHasChar(characters, character) == FcFalse)) {
    return std::nullopt;
  }
  FontFile file{.path = reinterpret_cast<const char*>(path)};
  FcChar8* family = nullptr;
  if (FcPatternGetString(found.get(), FC_FAMILY, 0, &family) == FcResultMatch)
    file.family = reinterpret_cast<const char*>(family);
  FcPatternGetInteger(found.get(), FC_INDEX, 0, &file.index);
  file.index &= 0xffff;  // the upper half names an instance of a variable font
  return file;
}

// Fails when the file is no font that can be scaled.
bool measure(FontFile& file) {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) return false;
  FT_Face face = nullptr;
  const bool opened = FT_New_Face(library, file.path.c_str(), file.index, &face) == 0;
  const bool scalable = opened && face->units_per_EM != 0;
  if (scalable) {
    file.line_ratio = static_cast<float>(face->ascender - face->descender) /
                      static_cast<float>(face->units_per_EM);
    file.ascent_ratio =
        static_cast<float>(face->ascender) / static_cast<float>(face->units_per_EM);
  }
  if (opened) FT_Done_Face(face);
  FT_Done_FreeType(library);
  return scalable;
}

}  // namespace

std::optional<FontFile> find_chinese_font_file() {
  const Config config(FcInitLoadConfigAndFonts(), FcConfigDestroy);
  if (!config) return std::nullopt;
  auto file = best_match(config.get(),
                         {"WenQuanYi Micro Hei", "Noto Sans CJK SC", "Source Han Sans SC",
                          "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "sans-serif"},
                         FC_WEIGHT_REGULAR, kBucket);
  if (!file || !measure(*file)) return std::nullopt;
  return file;
}

base::Result<FontFiles> find_font_files() {
  const Config config(FcInitLoadConfigAndFonts(), FcConfigDestroy);
  if (!config) return base::Error{"fontconfig could not be started"};
  const auto text = {"Inter", "DejaVu Sans", "sans-serif"};
  const auto mono = {"JetBrains Mono", "DejaVu Sans Mono", "monospace"};
  const std::array<std::optional<FontFile>, 4> found = {
      best_match(config.get(), text, FC_WEIGHT_REGULAR),
      best_match(config.get(), text, FC_WEIGHT_DEMIBOLD),
      best_match(config.get(), mono, FC_WEIGHT_REGULAR),
      best_match(config.get(), mono, FC_WEIGHT_BOLD)};
  FontFiles files;
  for (size_t face = 0; face < files.size(); ++face) {
    if (!found[face])
      return base::Error{
          "no font is installed (fonts-inter, fonts-jetbrains-mono, fonts-dejavu-core)"};
    files[face] = *found[face];
    if (!measure(files[face]))
      return base::Error{files[face].path + " is no font that can be drawn"};
  }
  return files;
}

}  // namespace hmaplab::look
