#include "core/source/source_file.h"

#include <algorithm>

#include "core/base/invariant.h"

namespace hmaplab::source {

SourceFile::SourceFile(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)), line_starts_{0} {
  for (size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') line_starts_.push_back(static_cast<uint32_t>(i + 1));
  }
}

LineColumn SourceFile::line_column(Position position) const {
  auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), position.offset);
  auto line = static_cast<uint32_t>(after - line_starts_.begin());
  return {line, position.offset - line_starts_[line - 1] + 1};
}

std::string_view SourceFile::line(uint32_t number) const {
  INVARIANT(number >= 1 && number <= line_count(), "a line outside the file");
  std::string_view rest = text();
  rest.remove_prefix(line_starts_[number - 1]);
  return rest.substr(0, rest.find('\n'));
}

}  // namespace hmaplab::source
