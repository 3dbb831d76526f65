#include "app/widgets/svg.h"

#include <fmt/core.h>

#include <cmath>

namespace hmaplab::widgets {
namespace {

constexpr std::string_view kUnknown = "\xef\xbf\xbd";  // U+FFFD

// How many bytes a character of UTF-8 takes that is allowed in XML; 0: there is none at the beginning.
size_t character_length(std::string_view text) {
  const auto byte = [&](size_t i) -> uint32_t {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
  };
  const uint32_t first = byte(0);
  if (first < 0x80) return first >= 0x20 || first == '\t' || first == '\n' ? 1 : 0;
  const size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 0;
  if (length == 0 || first >= 0xf8) return 0;
  uint32_t code = first & (0xffU >> (length + 1));
  for (size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
    code = code << 6 | (byte(i) & 0x3f);
  }
  constexpr uint32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xd800 && code <= 0xdfff;
  const bool is_allowed =
      code >= kSmallest[length] && !surrogate && code <= 0x10ffff && code != 0xfffe && code != 0xffff;
  return is_allowed ? length : 0;
}

}  // namespace

std::string svg_number(float value) {
  const long hundredths = std::lround(value * 100);
  std::string text = fmt::format("{}{}", hundredths < 0 ? "-" : "", std::abs(hundredths) / 100);
  const long rest = std::abs(hundredths) % 100;
  if (rest == 0) return text;
  text += rest % 10 == 0 ? fmt::format(".{}", rest / 10) : fmt::format(".{:02}", rest);
  return text;
}

std::string svg_color(look::Rgba color) {
  return fmt::format("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue);
}

std::string svg_escaped(std::string_view text) {
  std::string escaped;
  while (!text.empty()) {
    const size_t length = character_length(text);
    if (length == 0) {
      escaped += kUnknown;
    } else if (text[0] == '&') {
      escaped += "&amp;";
    } else if (text[0] == '<') {
      escaped += "&lt;";
    } else if (text[0] == '>') {
      escaped += "&gt;";
    } else if (text[0] == '"') {
      escaped += "&quot;";
    } else {
      escaped += text.substr(0, length);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return escaped;
}

}  // namespace hmaplab::widgets
