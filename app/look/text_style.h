// TextStyle: a face and a size, by purpose. Sizes are in units (pixels at scale 1). TextMeasure
// tells how wide a text is, so that pictures can be laid out without a window; app/look/fonts.h has
// the one that the window uses.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/lesson/bilingual.h"

namespace hmaplab::look {

enum class TextStyle : uint8_t {
  Body,     // narration, sentences
  Strong,   // the same, bold
  Small,    // what stands beside
  Heading,  // the name of a panel
  Title,    // the name of the lesson
  Code,     // values
  CodeBold,
  CodeSmall,  // source, stacks, cells
  Tiny,       // where Small finds no room
  CodeTiny,   // cells of dense bucket cards
  count
};

enum class Face : uint8_t { Text, TextBold, Mono, MonoBold };

struct StyleInfo {
  Face face;
  float size;         // of the em, in units
  float line_height;  // in units
};

constexpr size_t kTextStyles = static_cast<size_t>(TextStyle::count);

constexpr StyleInfo style_info(TextStyle style) {
  constexpr std::array<StyleInfo, kTextStyles> kInfo = {{
      {Face::Text, 14.0F, 20},
      {Face::TextBold, 14.0F, 20},
      {Face::Text, 12.5F, 17},
      {Face::TextBold, 12.0F, 17},
      {Face::TextBold, 18.0F, 26},
      {Face::Mono, 13.0F, 20},
      {Face::MonoBold, 13.0F, 20},
      {Face::Mono, 12.0F, 17},
      {Face::Text, 11.5F, 15},
      {Face::Mono, 11.0F, 15},
  }};
  return kInfo[static_cast<size_t>(style)];
}

// Code is written as it is in every language.
constexpr bool is_code(TextStyle style) {
  const Face face = style_info(style).face;
  return face == Face::Mono || face == Face::MonoBold;
}

using LanguageName = lesson::Language;

class TextMeasure {
 public:
  virtual ~TextMeasure() = default;
  // In units; the text is UTF-8 and has no line break.
  virtual float width(TextStyle style, std::string_view text) const = 0;
  // A text of this program in the language of the reader: see app/look/language.h.
  virtual std::string said(std::string_view english) const { return std::string(english); }
  virtual LanguageName language() const { return LanguageName::English; }
};

// Takes every character for as wide as the average one, Chinese ones for as wide as they are high:
// for tests, and where no font is there.
// The character that begins at `at`, and how many bytes it has; a broken one counts as one byte.
struct Character {
  char32_t code = 0;
  size_t bytes = 1;
};
Character character_at(std::string_view text, size_t at);
// Chinese, its punctuation, and what else is as wide as it is high.
bool is_wide(char32_t code);

class EvenMeasure : public TextMeasure {
 public:
  float width(TextStyle style, std::string_view text) const override;
};

// The text, or as much of it as fits into the width, with … at its end.
std::string elided(const TextMeasure& measure, TextStyle style, std::string_view text, float width);

}  // namespace hmaplab::look
