#include "app/look/fonts.h"

#include <imgui.h>

#include <utility>
#include <vector>

namespace hmaplab::look {
namespace {

// Latin, the punctuation and arrows that the texts of this program use, and the signs on buttons.
constexpr ImWchar kGlyphs[] = {0x0020, 0x017f, 0x2010, 0x2027, 0x2030, 0x203a, 0x2190,
                               0x2199, 0x21d2, 0x21d2, 0x2200, 0x22ff, 0x2303, 0x2325,
                               0x25a0, 0x25ff, 0x2713, 0x2717, 0};

// Quotes and dashes: of the Chinese face, as wide as a letter of it, where Chinese is read.
constexpr ImWchar kWithoutQuotes[] = {0x0020, 0x017f, 0x2010, 0x2013, 0x2015, 0x2017, 0x201e,
                                      0x2027, 0x2030, 0x203a, 0x2190, 0x2199, 0x21d2, 0x21d2,
                                      0x2200, 0x22ff, 0x2303, 0x2325, 0x25a0, 0x25ff, 0x2713,
                                      0x2717, 0};
constexpr char32_t kQuotes[] = {0x2014, 0x2018, 0x2019, 0x201c, 0x201d};

// How much darker than the regular one: the Chinese faces that one finds have no bold.
constexpr float kBold = 1.5F;

// Of a style, beside Latin: more than are found in any text that people read here in one go.
constexpr size_t kMostCharacters = 4000;

bool is_always_there(char32_t character) {
  for (const ImWchar* range = kGlyphs; *range != 0; range += 2) {
    if (character >= range[0] && character <= range[1]) return true;
  }
  return false;
}

ImFont* add_face(const FontFile& file, float pixels, float scale, const ImWchar* glyphs) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFontConfig config;
  config.FontNo = file.index;
  config.OversampleH = scale < 1.5F ? 3 : 2;
  config.OversampleV = 1;
  config.PixelSnapH = false;
  ImFont* font = atlas.AddFontFromFileTTF(file.path.c_str(), pixels, &config, glyphs);
  return font != nullptr ? font : atlas.AddFontDefault();
}

// Into the face that was added last, on its base line; the height of its lines stays.
void merge_face(const FontFile& file, float pixels, float weight,
                const std::vector<ImWchar>& ranges) {
  ImFontConfig config;
  config.FontNo = file.index;
  config.OversampleH = 1;
  config.OversampleV = 1;
  config.MergeMode = true;
  config.RasterizerMultiply = weight;
  ImGui::GetIO().Fonts->AddFontFromFileTTF(file.path.c_str(), pixels, &config, ranges.data());
}

// As ImGui takes them: first and last of each range, and a zero.
std::vector<ImWchar> ranges_of(const std::set<char32_t>& characters) {
  std::vector<ImWchar> ranges;
  for (const char32_t character : characters)
    ranges.insert(ranges.end(), 2, static_cast<ImWchar>(character));
  ranges.push_back(0);
  return ranges;
}

}  // namespace

base::Result<Fonts> Fonts::load() {
  auto files = find_font_files();
  if (!files) return base::Error{files.error()};
  return Fonts(std::move(files).value(), find_chinese_font_file());
}

void Fonts::build(float scale, float least) {
  scale_ = scale;
  least_ = least;
  stale_ = false;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
  std::array<std::vector<ImWchar>, kTextStyles> ranges;  // ImGui reads them in Build()
  for (size_t i = 0; i < kTextStyles; ++i) {
    const StyleInfo info = style_info(static_cast<TextStyle>(i));
    const bool speaks_chinese = chinese_ && !met_[i].empty() && !is_code(static_cast<TextStyle>(i));
    std::set<char32_t> characters = met_[i];
    if (speaks_chinese) characters.insert(std::begin(kQuotes), std::end(kQuotes));
    fonts_[i] = add_face(files_[static_cast<size_t>(info.face)],
                         pixels(static_cast<TextStyle>(i)), scale,
                         speaks_chinese ? kWithoutQuotes : kGlyphs);
    ranges[i] = ranges_of(characters);
    if (chinese_ && !met_[i].empty())
      merge_face(*chinese_, size(static_cast<TextStyle>(i)) * chinese_->line_ratio * scale,
                 info.face == Face::TextBold ? kBold : 1.0F, ranges[i]);
  }
  ImGui::GetIO().FontDefault = fonts_[0];
  atlas.Build();
}

void Fonts::expect(const std::u32string& characters) {
  for (size_t style = 0; style < kTextStyles; ++style) {
    if (is_code(static_cast<TextStyle>(style))) continue;
    for (const char32_t character : characters) meet(style, character);
  }
}

void Fonts::meet(size_t style, char32_t character) const {
  if (character > 0xffff || is_always_there(character)) return;
  auto& met = met_[style];
  if (met.size() < kMostCharacters && met.insert(character).second) stale_ = true;
}

float Fonts::width(TextStyle style, std::string_view text) const {
  if (scale_ == 0) return EvenMeasure().width(style, text);
  for (size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (character.code >= 0x180) meet(static_cast<size_t>(style), character.code);
    at += character.bytes;
  }
  const float pixels =
      font(style)
          ->CalcTextSizeA(this->pixels(style), FLT_MAX, 0, text.data(), text.data() + text.size())
          .x;
  return pixels / scale_;
}

}  // namespace hmaplab::look
