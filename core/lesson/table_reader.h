// TableReader: keys of one table of a lesson file, checked as they are read. The first thing that is
// wrong is remembered with file and line; what is read after it does not matter.
#pragma once

#include <toml++/toml.h>

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/lesson/bilingual.h"

namespace hmaplab::lesson {

enum class Need : uint8_t { Required, Optional };

class TableReader {
 public:
  // `file` stands in front of every message: "01_two_writers/lesson.toml".
  TableReader(const toml::table& table, const std::string& file, std::string& error)
      : table_(table), file_(file), error_(error) {}

  uint32_t line() const { return table_.source().begin.line; }
  std::string text(const char* key, Need need);
  // title.en = "…", title.zh = "…", or title = { en = "…", zh = "…" }. English is required where the
  // whole is.
  Bilingual both(const char* key, Need need);
  std::optional<int64_t> number(const char* key);
  std::vector<std::string> texts(const char* key);  // an array of strings; none when it is missing
  // Calls `read` for [[key]] entries, or for the one table [key].
  void each(const char* key, const std::function<void(TableReader&)>& read) const;
  void allow_only(std::initializer_list<std::string_view> keys);
  void fail(uint32_t line, const std::string& message);
  bool has(const char* key) const { return table_.contains(key); }

 private:
  const toml::table& table_;
  const std::string& file_;
  std::string& error_;
};

// The table that a text holds; the error names file, line and column.
base::Result<toml::table> parse_toml(const std::string& text, const std::string& file);

}  // namespace hmaplab::lesson
