// Text as rows of letters of one width: long lines are broken behind blanks and commas, else where
// they must, and go on further in. Tells where a position of the text stands in columns and rows, and the other way round.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hmaplab::pictures {

inline constexpr size_t kTabColumns = 2;

struct TextRow {
  uint32_t line = 1;  // of the text, from 1
  size_t begin = 0;   // bytes of the text, without the line break
  size_t end = 0;
  size_t indent = 0;  // columns in front of it: rows after the first hang further in than the line
  bool first = true;  // of its line
  bool last = true;
};

// At least one row.
std::vector<TextRow> text_rows(std::string_view text, size_t columns);
// The row that shows this position: where a line is broken, the later one.
size_t row_at(const std::vector<TextRow>& rows, size_t offset);
// The columns that this part of a row takes.
size_t columns_of(std::string_view part);
// The column at which a position of this row stands.
size_t column_at(std::string_view text, const TextRow& row, size_t offset);
// The position in a row whose left edge is nearest to this column.
size_t offset_in(std::string_view text, const TextRow& row, float column);

}  // namespace hmaplab::pictures
