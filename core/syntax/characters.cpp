#include "core/syntax/characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hmaplab::syntax {
namespace {

struct Range {
  char32_t first, last;
};

// Blocks above ASCII that hold punctuation, symbols, spaces and controls: no letters for names.
constexpr auto kNoLetters = std::to_array<Range>({
    {0x80, 0xA9},     {0xAB, 0xB4},       {0xB6, 0xB9},        {0xBB, 0xBF},     {0xD7, 0xD7},
    {0xF7, 0xF7},     {0x300, 0x36F},     {0x2000, 0x2070},    {0x2072, 0x207E}, {0x2080, 0x208F},
    {0x20A0, 0x2101}, {0x2190, 0x2BFF},   {0x2E00, 0x2E7F},    {0x3000, 0x3004}, {0x3007, 0x3030},
    {0xD800, 0xF8FF}, {0xFE00, 0xFE6F},   {0xFEFF, 0xFF20},    {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65},
    {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF}, {0xE0000, 0x10FFFF},
});

bool continues(std::string_view text, size_t offset) {
  return offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80;
}

}  // namespace

Character decode_character(std::string_view text, size_t offset) {
  if (offset >= text.size()) return {0, 0, true};
  auto byte = [&](size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  unsigned char first = byte(0);
  if (first < 0x80) return {first, 1, true};
  Character wrong{0xFFFD, 1, false};
  uint32_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4) return wrong;
  char32_t code = first & (0x7Fu >> length);
  for (uint32_t i = 1; i < length; ++i) {
    if (!continues(text, offset + i)) return wrong;
    code = code << 6 | (byte(i) & 0x3Fu);
  }
  bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  if (overlong || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return wrong;
  return {code, length, true};
}

void append_utf8(std::string& out, char32_t code) {
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = 0xFFFD;
  auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (code < 0x80) return put(code);
  if (code < 0x800) {
    put(0xC0 | code >> 6);
  } else {
    if (code < 0x10000) {
      put(0xE0 | code >> 12);
    } else {
      put(0xF0 | code >> 18);
      put(0x80 | (code >> 12 & 0x3F));
    }
    put(0x80 | (code >> 6 & 0x3F));
  }
  put(0x80 | (code & 0x3F));
}

bool is_letter(char32_t code) {
  if (code < 0x80) return (code | 0x20u) - U'a' < 26u || code == U'_';
  return std::none_of(kNoLetters.begin(), kNoLetters.end(), [&](const Range& range) {
    return code >= range.first && code <= range.last;
  });
}

bool is_digit(char32_t code) { return code - U'0' < 10u; }

std::string describe(char32_t code) {
  std::string text = fmt::format("U+{:04X}", static_cast<uint32_t>(code));
  if (code >= 0x20 && code != 0x7F) {
    text += " '";
    append_utf8(text, code);
    text += '\'';
  }
  return text;
}

}  // namespace hmaplab::syntax
