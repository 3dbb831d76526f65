#include "core/lesson/table_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace hmaplab::lesson {

std::string TableReader::text(const char* key, Need need) {
  const toml::node* node = table_.get(key);
  if (node == nullptr) {
    if (need == Need::Required) fail(line(), fmt::format("\"{}\" is missing", key));
    return "";
  }
  if (!node->is_string())
    fail(node->source().begin.line, fmt::format("\"{}\" must be a string", key));
  return node->value<std::string>().value_or("");
}

Bilingual TableReader::both(const char* key, Need need) {
  const toml::node* node = table_.get(key);
  if (node == nullptr) {
    if (need == Need::Required) fail(line(), fmt::format("\"{}\" is missing", key));
    return {};
  }
  const toml::table* languages = node->as_table();
  if (languages == nullptr) {
    fail(node->source().begin.line,
         fmt::format("\"{0}\" must be told in languages: {0}.en and {0}.zh", key));
    return {};
  }
  TableReader reader(*languages, file_, error_);
  reader.allow_only({"en", "zh"});
  return {.en = reader.text("en", Need::Required), .zh = reader.text("zh", Need::Optional)};
}

std::optional<int64_t> TableReader::number(const char* key) {
  const toml::node* node = table_.get(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_integer())
    fail(node->source().begin.line, fmt::format("\"{}\" must be a whole number", key));
  return node->value<int64_t>();
}

std::vector<std::string> TableReader::texts(const char* key) {
  std::vector<std::string> texts;
  const toml::node* node = table_.get(key);
  if (node == nullptr) return texts;
  const toml::array* entries = node->as_array();
  if (entries == nullptr || !entries->is_homogeneous<std::string>()) {
    fail(node->source().begin.line, fmt::format("\"{}\" must be a list of strings", key));
    return texts;
  }
  for (const toml::node& entry : *entries) texts.push_back(entry.value<std::string>().value_or(""));
  return texts;
}

void TableReader::each(const char* key, const std::function<void(TableReader&)>& read) const {
  const toml::node* node = table_.get(key);
  if (node == nullptr) return;
  if (const toml::table* one = node->as_table()) {
    TableReader reader(*one, file_, error_);
    return read(reader);
  }
  const toml::array* entries = node->as_array();
  for (size_t i = 0; entries != nullptr && i < entries->size(); ++i) {
    const toml::table* entry = entries->get(i)->as_table();
    if (entry == nullptr) continue;
    TableReader reader(*entry, file_, error_);
    read(reader);
  }
}

void TableReader::allow_only(std::initializer_list<std::string_view> keys) {
  for (const auto& [key, node] : table_) {
    if (std::find(keys.begin(), keys.end(), key.str()) == keys.end())
      fail(key.source().begin.line, fmt::format("\"{}\" is not a key here", key.str()));
  }
}

void TableReader::fail(uint32_t line, const std::string& message) {
  if (error_.empty()) error_ = fmt::format("{}:{}: {}", file_, line, message);
}

base::Result<toml::table> parse_toml(const std::string& text, const std::string& file) {
  try {
    return toml::parse(text, file);
  } catch (const toml::parse_error& wrong) {
    return base::Error{fmt::format("{}:{}:{}: {}", file, wrong.source().begin.line,
                                   wrong.source().begin.column, wrong.description())};
  }
}

}  // namespace hmaplab::lesson
