#include "app/look/text_style.h"

namespace hmaplab::look {
namespace {

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }

}  // namespace

float EvenMeasure::width(TextStyle style, std::string_view text) const {
  const StyleInfo info = style_info(style);
  const bool mono = info.face == Face::Mono || info.face == Face::MonoBold;
  size_t characters = 0;
  for (const char byte : text) characters += begins_character(byte) ? 1 : 0;
  return static_cast<float>(characters) * info.size * (mono ? 0.6F : 0.55F);
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
