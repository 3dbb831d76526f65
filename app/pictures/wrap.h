// Where a text may go on in the next line: at blanks, and between Chinese characters, but not in
// front of a mark that closes and not behind one that opens. Latin words stay whole.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/look/text_style.h"

namespace hmaplab::pictures {

// What is never torn apart, unless it alone is longer than a line.
struct WrapPiece {
  std::string_view text;  // of the text that was cut; may be empty between two blanks
  bool blank_before = false;
  bool line_before = false;  // it begins a line: '\n' stood there
};
std::vector<WrapPiece> wrap_pieces(std::string_view text);

// Whether a line may end between two texts that meet without a blank.
bool can_part(std::string_view before, std::string_view after);

// The lines that a text takes at this width, in the reader's language.
std::vector<std::string> wrapped(const look::TextMeasure& measure, look::TextStyle style,
                                 std::string_view text, float width);
// The same for one that is in that language already.
std::vector<std::string> wrapped_as_it_is(const look::TextMeasure& measure, look::TextStyle style,
                                          std::string_view text, float width);

}  // namespace hmaplab::pictures
