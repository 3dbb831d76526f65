// Go source as coloured lines: keywords, literals, comments, names that are called, built-in types.
// Tabs become blanks.
#pragma once

#include <string>
#include <vector>

#include "app/pictures/moment.h"

namespace hmaplab::pictures {

std::vector<CodeLine> colored_code(const std::string& source, int tab_width);

}  // namespace hmaplab::pictures
