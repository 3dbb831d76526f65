// The text twin of the window while it runs: what state it is in, and all that stands on it. For screen
// readers, for recordings, and for tests that press real keys.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/pictures/page.h"

namespace hmaplab::shell {

// A line each: "step" "6 of 13".
using StateLines = std::vector<std::pair<std::string, std::string>>;

// "step: 6 of 13", …, a blank line, and the page. These lines are the same in every language, for
// programs that read them; in others than English what they say follows in words.
std::string twin_text(const StateLines& state, const std::string& in_words,
                      const pictures::Page& page);

}  // namespace hmaplab::shell
