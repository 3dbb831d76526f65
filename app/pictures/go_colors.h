// Go source as coloured lines: keywords, literals, comments, names that are called, built-in types.
#pragma once

#include <string>
#include <vector>

#include "app/pictures/moment.h"

namespace hmaplab::pictures {

// The colour of each byte.
std::vector<look::Color> colors_of_bytes(const std::string& source);
// Its lines; tabs become blanks.
std::vector<CodeLine> colored_code(const std::string& source, int tab_width);

}  // namespace hmaplab::pictures
