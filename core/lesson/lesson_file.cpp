// Reading lesson.toml.
#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

#include "core/lesson/lesson.h"

namespace hmaplab::lesson {

namespace {

constexpr size_t kMostWords = 60;  // of a beat's text

size_t count_words(std::string_view text) {
  size_t words = 0;
  bool inside = false;
  for (char c : text) {
    bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

// Reads keys of one table and remembers the first thing that is wrong.
class TableReader {
 public:
  TableReader(const toml::table& table, const std::string& file, std::string& error)
      : table_(table), file_(file), error_(error) {}

  std::string text(const char* key, bool required) {
    const toml::node* node = table_.get(key);
    if (!node) {
      if (required) fail(table_.source().begin.line, fmt::format("\"{}\" is missing", key));
      return "";
    }
    auto value = node->value<std::string>();
    if (!value || !node->is_string())
      fail(node->source().begin.line, fmt::format("\"{}\" must be a string", key));
    return value.value_or("");
  }
  int64_t number(const char* key, int64_t otherwise) {
    const toml::node* node = table_.get(key);
    if (!node) return otherwise;
    if (!node->is_integer())
      fail(node->source().begin.line, fmt::format("\"{}\" must be a whole number", key));
    return node->value<int64_t>().value_or(otherwise);
  }
  void allow_only(std::initializer_list<std::string_view> keys) {
    for (const auto& [key, node] : table_) {
      if (std::find(keys.begin(), keys.end(), key.str()) == keys.end()) {
        fail(key.source().begin.line, fmt::format("\"{}\" is not a key here", key.str()));
      }
    }
  }
  void fail(uint32_t line, const std::string& message) {
    if (error_.empty()) error_ = fmt::format("{}:{}: {}", file_, line, message);
  }

 private:
  const toml::table& table_;
  const std::string& file_;
  std::string& error_;
};

void read_beats(const toml::table& table, const std::string& file, std::string& error,
                Lesson& lesson) {
  const toml::array* beats = table["beat"].as_array();
  if (!beats || beats->empty()) {
    if (error.empty()) error = file + ":1: a lesson needs [[beat]] entries";
    return;
  }
  for (const toml::node& node : *beats) {
    const toml::table* entry = node.as_table();
    if (!entry) continue;
    TableReader reader(*entry, file, error);
    reader.allow_only({"at", "title", "text", "focus", "notes"});
    Beat beat{.at = {reader.text("at", true)},
              .title = reader.text("title", true),
              .text = reader.text("text", true)};
    beat.focus = reader.text("focus", false);
    beat.notes = reader.text("notes", false);
    beat.line = entry->source().begin.line;
    if (count_words(beat.text) > kMostWords) {
      reader.fail(beat.line, fmt::format("the text of \"{}\" has {} words; {} is the most",
                                         beat.title, count_words(beat.text), kMostWords));
    }
    lesson.beats.push_back(std::move(beat));
  }
}

}  // namespace

base::Result<Lesson> load_lesson(const std::string& folder_name, const std::string& toml_text,
                                 const std::string& source) {
  std::string file = folder_name + "/lesson.toml";
  toml::table table;
  try {
    table = toml::parse(toml_text, file);
  } catch (const toml::parse_error& wrong) {
    return base::Error{fmt::format("{}:{}:{}: {}", file, wrong.source().begin.line,
                                   wrong.source().begin.column, wrong.description())};
  }
  std::string error;
  TableReader reader(table, file, error);
  reader.allow_only({"title", "chapter", "summary", "seed", "schedule", "expected", "beat"});
  Lesson lesson{.folder = folder_name,
                .title = reader.text("title", true),
                .chapter = reader.text("chapter", true)};
  size_t underscore = folder_name.find('_');
  lesson.name = underscore == std::string::npos ? folder_name : folder_name.substr(underscore + 1);
  lesson.summary = reader.text("summary", true);
  lesson.source = source;
  lesson.schedule = reader.text("schedule", true);
  lesson.options.seed = static_cast<uint64_t>(reader.number("seed", 1));
  if (const toml::table* expected = table["expected"].as_table()) {
    TableReader outcome(*expected, file, error);
    outcome.allow_only({"stdout", "stderr", "exit"});
    lesson.expected = {outcome.text("stdout", true), outcome.text("stderr", true),
                       static_cast<int>(outcome.number("exit", 0))};
  } else {
    reader.fail(1, "[expected] is missing: what go1.23.5 does (lessons/record tells)");
  }
  read_beats(table, file, error, lesson);
  if (!error.empty()) return base::Error{error};
  return lesson;
}

}  // namespace hmaplab::lesson
