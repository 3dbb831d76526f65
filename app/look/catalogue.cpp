#include "app/look/catalogue.h"

#include <toml++/toml.h>

#include <algorithm>
#include <string>

namespace hmaplab::look {

base::Result<std::vector<CatalogueEntry>> read_catalogue(std::string_view text) {
  toml::table table;
  try {
    table = toml::parse(text);
  } catch (const toml::parse_error& error) {
    return base::Error{"line " + std::to_string(error.source().begin.line) + ": " +
                       std::string(error.description())};
  }
  std::vector<CatalogueEntry> entries;
  for (const auto& [section, content] : table) {
    const toml::table* texts = content.as_table();
    const std::string where = "line " + std::to_string(content.source().begin.line) + ": ";
    if (texts == nullptr)
      return base::Error{where + "\"" + std::string(section.str()) + "\" stands in no section"};
    for (const auto& [english, other] : *texts) {
      const size_t line = other.source().begin.line;
      const toml::value<std::string>* said = other.as_string();
      if (said == nullptr)
        return base::Error{"line " + std::to_string(line) + ": \"" + std::string(english.str()) +
                           "\" must have a text"};
      entries.push_back(
          {.english = std::string(english.str()), .other = said->get(), .line = line});
    }
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.line < b.line; });
  return entries;
}

}  // namespace hmaplab::look
