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

void print_said(std::string_view text, const std::string& language) {
  const look::Language spoken = look::make_language(language_of(language));
  std::string said;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    said += spoken.said(text.substr(at, end - at));
    if (end < text.size()) said += '\n';
    at = end + 1;
  }
  std::fwrite(said.data(), 1, said.size(), stdout);
}

}  // namespace hmaplab::cli
