#include "core/vm/runes.h"

namespace hmaplab::vm {

namespace {

constexpr uint32_t kReplacement = 0xfffd;

}  // namespace

std::pair<uint32_t, size_t> decode_rune(std::string_view text) {
  auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  unsigned char first = byte(0);
  if (first < 0x80) return {first, 1};
  size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || text.size() < length) return {kReplacement, 1};
  uint32_t rune = first & (0xff >> (length + 1));
  for (size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return {kReplacement, 1};
    rune = rune << 6 | (byte(i) & 0x3f);
  }
  constexpr uint32_t kLowest[] = {0, 0, 0x80, 0x800, 0x10000};
  if (rune < kLowest[length] || rune > 0x10ffff || (rune >= 0xd800 && rune < 0xe000))
    return {kReplacement, 1};
  return {rune, length};
}

void append_rune(std::string& text, uint32_t rune) {
  if (rune > 0x10ffff || (rune >= 0xd800 && rune < 0xe000)) rune = kReplacement;
  auto add = [&](uint32_t byte) { text += static_cast<char>(byte); };
  if (rune < 0x80) return add(rune);
  if (rune < 0x800) {
    add(0xc0 | rune >> 6);
  } else if (rune < 0x10000) {
    add(0xe0 | rune >> 12);
    add(0x80 | (rune >> 6 & 0x3f));
  } else {
    add(0xf0 | rune >> 18);
    add(0x80 | (rune >> 12 & 0x3f));
    add(0x80 | (rune >> 6 & 0x3f));
  }
  add(0x80 | (rune & 0x3f));
}

}  // namespace hmaplab::vm
