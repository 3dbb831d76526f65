// UTF-8 and the classes of characters that Go's scanner asks for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hmaplab::syntax {

struct Character {
  char32_t code = 0;
  uint32_t length = 0;  // bytes; 0 at the end of the text
  bool valid = true;    // false: these bytes are no UTF-8; then code is U+FFFD and length 1
};

// The character that begins at the offset.
Character decode_character(std::string_view text, size_t offset);

// Appends the UTF-8 bytes of the character; U+FFFD for what is none.
void append_utf8(std::string& out, char32_t code);

// Whether the character may begin a name. Beyond ASCII this takes what Unicode's blocks of letters
// hold, a little more generously than Go.
bool is_letter(char32_t code);
bool is_digit(char32_t code);

// As Go's %#U: U+0023 '#'.
std::string describe(char32_t code);

}  // namespace hmaplab::syntax
