#include "core/source/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>

namespace hmaplab::source {

void Diagnostics::report(std::string code, Span span, std::string message) {
  if (full()) return;
  list_.push_back({std::move(code), span, std::move(message)});
}

std::string Diagnostics::text(const SourceFile& file) const {
  std::vector<Diagnostic> sorted = list_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return a.span.begin < b.span.begin;
  });
  std::string text;
  for (const Diagnostic& diagnostic : sorted) {
    LineColumn at = file.line_column(diagnostic.span.begin);
    text += fmt::format("{}:{}:{}: {}\n", file.name(), at.line, at.column, diagnostic.message);
  }
  return text;
}

}  // namespace hmaplab::source
