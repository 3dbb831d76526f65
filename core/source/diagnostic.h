// What is wrong with a learner's program: a stable code, a place, a plain sentence. Diagnostics are
// collected, never thrown; a program with one does not run.
#pragma once

#include <string>
#include <vector>

#include "core/source/source_file.h"

namespace hmaplab::source {

struct Diagnostic {
  std::string code;  // stable name in PascalCase, after Go's internal/types/errors where it has one
  Span span;         // where; begin is the place printed
  std::string message;  // Go's own words where the compiler has them: "undefined: x"
};

class Diagnostics {
 public:
  // More than this many are not kept, as Go's compiler stops after 10.
  static constexpr size_t kMost = 10;

  void report(std::string code, Span span, std::string message);
  bool empty() const { return list_.empty(); }
  bool full() const { return list_.size() >= kMost; }
  const std::vector<Diagnostic>& list() const { return list_; }
  // In order of place; one line each, as Go prints them: "main.go:3:5: undefined: x".
  std::string text(const SourceFile& file) const;

 private:
  std::vector<Diagnostic> list_;
};

}  // namespace hmaplab::source
