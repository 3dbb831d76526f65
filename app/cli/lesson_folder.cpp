#include "app/cli/lesson_folder.h"

#include <filesystem>

#include "app/shell/own_folders.h"

namespace hmaplab::cli {

namespace fs = std::filesystem;

bool is_lesson_folder(const std::string& path) {
  std::error_code error;
  return fs::is_regular_file(fs::path(path) / "lesson.toml", error);
}

base::Result<lesson::Lesson> lesson_in_folder(const std::string& path) {
  const fs::path folder = fs::path(path).lexically_normal();
  const auto script = shell::text_of_file(folder / "lesson.toml");
  if (!script) return base::Error{"cannot read " + (folder / "lesson.toml").string()};
  const auto source = shell::text_of_file(folder / "main.go");
  if (!source) return base::Error{"cannot read " + (folder / "main.go").string()};
  const auto optional_text = [&folder](const char* file) {
    return shell::text_of_file(folder / file).value_or("");
  };
  const fs::path name = folder.has_filename() ? folder.filename() : folder.parent_path().filename();
  return lesson::load_lesson(name.string(), {.toml = *script,
                                             .source = *source,
                                             .repaired = optional_text("repaired.go"),
                                             .recorded = optional_text("recorded.tsv")});
}

}  // namespace hmaplab::cli
