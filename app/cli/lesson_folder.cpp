#include "app/cli/lesson_folder.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace hmaplab::cli {
namespace {

namespace fs = std::filesystem;

base::Result<std::string> text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return base::Error{"cannot read " + path.string()};
  return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

}  // namespace

bool is_lesson_folder(const std::string& path) {
  std::error_code error;
  return fs::is_regular_file(fs::path(path) / "lesson.toml", error);
}

base::Result<lesson::Lesson> lesson_in_folder(const std::string& path) {
  const fs::path folder = fs::path(path).lexically_normal();
  const auto script = text_of(folder / "lesson.toml");
  if (!script) return base::Error{script.error()};
  const auto source = text_of(folder / "main.go");
  if (!source) return base::Error{source.error()};
  const auto repaired = text_of(folder / "repaired.go");
  const auto recorded = text_of(folder / "recorded.tsv");
  const fs::path name = folder.has_filename() ? folder.filename() : folder.parent_path().filename();
  return lesson::load_lesson(name.string(), {.toml = script.value(),
                                             .source = source.value(),
                                             .repaired = repaired ? repaired.value() : "",
                                             .recorded = recorded ? recorded.value() : ""});
}

}  // namespace hmaplab::cli
