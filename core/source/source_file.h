// A source file: its name, its text, and where the lines begin. Positions are byte offsets; lines
// and columns count from 1, columns in bytes, as Go's own messages do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hmaplab::source {

// A byte offset into the text of one file.
struct Position {
  uint32_t offset = 0;
  friend auto operator<=>(const Position&, const Position&) = default;
};

// Bytes [begin, end) of one file.
struct Span {
  Position begin;
  Position end;
};

struct LineColumn {
  uint32_t line = 1;
  uint32_t column = 1;
  friend auto operator<=>(const LineColumn&, const LineColumn&) = default;
};

class SourceFile {
 public:
  SourceFile(std::string name, std::string text);

  const std::string& name() const { return name_; }  // as shown to people: "main.go"
  std::string_view text() const { return text_; }
  LineColumn line_column(Position position) const;
  uint32_t line_count() const { return static_cast<uint32_t>(line_starts_.size()); }
  // The text of a line (1..line_count) without its newline.
  std::string_view line(uint32_t number) const;

 private:
  std::string name_;
  std::string text_;
  std::vector<uint32_t> line_starts_;
};

}  // namespace hmaplab::source
