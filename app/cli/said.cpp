#include "app/cli/said.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>

namespace hmaplab::cli {

void add_language_option(CLI::App& command, std::string& language) {
  command
      .add_option("--lang", language,
                  "en or zh: the language of hmaplab's own texts; without it what LC_ALL, "
                  "LC_MESSAGES or LANG asks for")
      ->check(CLI::IsMember({"en", "zh"}))
      ->type_name("LANGUAGE");
}

look::LanguageName language_of(const std::string& option) {
  return look::language_named(option).value_or(look::usual_language());
}

namespace {

// A row of a table, such as an object of the heap: each column for itself.
std::string said_by_columns(const look::Language& spoken, std::string_view row) {
  std::string said;
  for (size_t at = 0; at < row.size();) {
    const size_t begin = std::min(row.find_first_not_of(' ', at), row.size());
    const size_t end = std::min(row.find("  ", begin), row.size());
    said += row.substr(at, begin - at);
    said += spoken.said(row.substr(begin, end - begin));
    at = end;
  }
  return said;
}

}  // namespace

void print_said(std::string_view text, const std::string& language) {
  const look::Language spoken = look::make_language(language_of(language));
  std::string said;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    said += line.starts_with("0x") ? said_by_columns(spoken, line) : spoken.said(line);
    if (end < text.size()) said += '\n';
    at = end + 1;
  }
  std::fwrite(said.data(), 1, said.size(), stdout);
}

}  // namespace hmaplab::cli
