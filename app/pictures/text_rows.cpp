#include "app/pictures/text_rows.h"

#include <algorithm>

namespace hmaplab::pictures {
namespace {

size_t character_end(std::string_view text, size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) ++at;
  return at;
}

size_t columns_at(std::string_view text, size_t at) { return text[at] == '\t' ? kTabColumns : 1; }

// Where the row that begins here ends, within a line that ends at `line_end`.
size_t row_end(std::string_view text, size_t begin, size_t line_end, size_t columns) {
  size_t taken = 0;
  size_t soft = 0;  // behind a blank or a comma, and not too early
  for (size_t at = begin; at < line_end;) {
    const size_t next = character_end(text, at);
    const size_t wide = columns_at(text, at);
    if (taken + wide > columns && at > begin) return soft > begin ? soft : at;
    taken += wide;
    if ((text[at] == ' ' || text[at] == ',') && taken > columns / 3) soft = next;
    at = next;
  }
  return line_end;
}

}  // namespace

std::vector<TextRow> text_rows(std::string_view text, size_t columns) {
  columns = std::max(columns, kTabColumns);
  std::vector<TextRow> rows;
  uint32_t line = 1;
  for (size_t begin = 0; begin <= text.size(); ++line) {
    const size_t line_end = std::min(text.find('\n', begin), text.size());
    const size_t letters = std::min(text.find_first_not_of(" \t", begin), line_end);
    const size_t hang =
        std::min(columns_of(text.substr(begin, letters - begin)) + 2 * kTabColumns, columns / 2);
    bool first = true;
    do {
      const size_t indent = first ? 0 : hang;
      const size_t end = row_end(text, begin, line_end, columns - indent);
      rows.push_back({.line = line,
                      .begin = begin,
                      .end = end,
                      .indent = indent,
                      .first = first,
                      .last = end == line_end});
      begin = end;
      first = false;
    } while (begin < line_end);
    begin = line_end + 1;
  }
  return rows;
}

size_t row_at(const std::vector<TextRow>& rows, size_t offset) {
  const auto behind = std::upper_bound(
      rows.begin(), rows.end(), offset,
      [](size_t wanted, const TextRow& row) { return wanted < row.begin; });
  return behind == rows.begin() ? 0 : static_cast<size_t>(behind - rows.begin()) - 1;
}

size_t columns_of(std::string_view part) {
  size_t columns = 0;
  for (size_t at = 0; at < part.size(); at = character_end(part, at)) columns += columns_at(part, at);
  return columns;
}

size_t column_at(std::string_view text, const TextRow& row, size_t offset) {
  return row.indent + columns_of(text.substr(row.begin, offset - row.begin));
}

size_t offset_in(std::string_view text, const TextRow& row, float column) {
  auto taken = static_cast<float>(row.indent);
  for (size_t at = row.begin; at < row.end;) {
    const auto wide = static_cast<float>(columns_at(text, at));
    if (column < taken + wide / 2) return at;
    taken += wide;
    at = character_end(text, at);
  }
  return row.end;
}

}  // namespace hmaplab::pictures
