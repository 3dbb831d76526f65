// Runes and UTF-8, as Go's strings have them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace hmaplab::vm {

// The rune at the beginning of `text` (not empty) and how many bytes it takes; 1 byte and U+FFFD
// where it is no UTF-8.
std::pair<uint32_t, size_t> decode_rune(std::string_view text);
// U+FFFD for what is no rune.
void append_rune(std::string& text, uint32_t rune);

}  // namespace hmaplab::vm
