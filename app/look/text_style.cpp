#include "app/look/text_style.h"

namespace hmaplab::look {
namespace {

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }

}  // namespace

float EvenMeasure::width(TextStyle style, std::string_view text) const {
  const StyleInfo info = style_info(style);
  const float narrow = is_code(style) ? 0.6F : 0.55F;
  float ems = 0;
  for (size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    ems += is_wide(character.code) ? 1 : narrow;
    at += character.bytes;
  }
  return ems * info.size;
}

Character character_at(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char first = byte(0);
  const size_t bytes = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  if (bytes == 1 || at + bytes > text.size()) return {.code = first, .bytes = 1};
  char32_t code = first & (0xffU >> (bytes + 1));
  for (size_t i = 1; i < bytes; ++i) {
    if (begins_character(text[at + i])) return {.code = first, .bytes = 1};
    code = (code << 6) | (byte(i) & 0x3fU);
  }
  return {.code = code, .bytes = bytes};
}

bool is_wide(char32_t code) {
  return (code >= 0x2e80 && code < 0xa4d0) || (code >= 0xac00 && code < 0xd7a4) ||
         (code >= 0xf900 && code < 0xfb00) || (code >= 0xfe30 && code < 0xfe50) ||
         (code >= 0xff00 && code < 0xff61) || (code >= 0x20000 && code < 0x40000);
}

std::string elided(const TextMeasure& measure, TextStyle style, std::string_view text,
                   float width) {
  constexpr std::string_view kDots = "…";
  if (measure.width(style, text) <= width) return std::string(text);
  size_t fits = 0;
  size_t too_long = text.size();
  while (fits + 1 < too_long) {  // by halves: wide texts are cut in a few steps
    size_t middle = (fits + too_long) / 2;
    while (middle > fits && !begins_character(text[middle])) --middle;
    if (middle == fits) break;
    const std::string candidate = std::string(text.substr(0, middle)) + std::string(kDots);
    (measure.width(style, candidate) <= width ? fits : too_long) = middle;
  }
  std::string_view kept = text.substr(0, fits);
  while (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
  return std::string(kept) + std::string(kDots);
}

}  // namespace hmaplab::look
