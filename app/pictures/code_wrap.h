// A line of source in as many rows as it takes: broken at blanks and behind commas, else behind
// opening brackets, else where it must; rows after the first hang a little further in than the line
// begins.
#pragma once

#include "app/pictures/moment.h"

namespace hmaplab::pictures {

struct CodeRow {
  size_t indent = 0;  // in columns
  CodeLine spans;
};

// At least one row. `columns` is what fits into a row, in characters.
std::vector<CodeRow> wrapped_code(const CodeLine& line, size_t columns);

}  // namespace hmaplab::pictures
