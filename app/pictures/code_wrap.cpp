#include "app/pictures/code_wrap.h"

#include <algorithm>
#include <string_view>

namespace hmaplab::pictures {

using look::Color;

namespace {

constexpr size_t kHang = 4;           // columns that later rows stand further in
constexpr size_t kFewestColumns = 8;  // of text in a row, whatever the indent

struct Letter {
  std::string_view bytes;  // one character in UTF-8
  Color color = Color::Text;
};

std::vector<Letter> letters_of(const CodeLine& line) {
  std::vector<Letter> letters;
  for (const CodeSpan& span : line) {
    const std::string_view text = span.text;
    for (size_t at = 0; at < text.size();) {
      size_t end = at + 1;
      while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
      letters.push_back({text.substr(at, end - at), span.color});
      at = end;
    }
  }
  return letters;
}

CodeRow row_of(const std::vector<Letter>& letters, size_t begin, size_t end, size_t indent) {
  CodeRow row{.indent = indent, .spans = {}};
  for (size_t i = begin; i < end; ++i) {
    if (row.spans.empty() || row.spans.back().color != letters[i].color)
      row.spans.push_back({.text = {}, .color = letters[i].color});
    row.spans.back().text += letters[i].bytes;
  }
  return row;
}

// Where the row that begins here ends, when it has room for so many letters.
size_t row_end(const std::vector<Letter>& letters, size_t begin, size_t room) {
  const size_t must = begin + room;
  for (const std::string_view breaks : {" ,", "({"}) {
    for (size_t end = must; end > begin + room / 3; --end) {
      if (breaks.find(letters[end - 1].bytes) != std::string_view::npos) return end;
    }
  }
  return must;
}

}  // namespace

std::vector<CodeRow> wrapped_code(const CodeLine& line, size_t columns) {
  columns = std::max(columns, kFewestColumns);
  const std::vector<Letter> letters = letters_of(line);
  const auto text = std::find_if(letters.begin(), letters.end(),
                                 [](const Letter& letter) { return letter.bytes != " "; });
  const auto own_indent = static_cast<size_t>(text - letters.begin());
  const size_t hang = std::min(own_indent + kHang, columns - kFewestColumns);
  std::vector<CodeRow> rows;
  size_t indent = std::min(own_indent, hang);
  for (size_t begin = own_indent; begin < letters.size() || rows.empty();) {
    const size_t room = columns - indent;
    const size_t end =
        letters.size() - begin <= room ? letters.size() : row_end(letters, begin, room);
    rows.push_back(row_of(letters, begin, end, indent));
    begin = end;
    while (begin < letters.size() && letters[begin].bytes == " ") ++begin;
    if (end == letters.size()) break;
    indent = hang;
  }
  return rows;
}

}  // namespace hmaplab::pictures
