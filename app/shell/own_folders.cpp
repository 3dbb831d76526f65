#include "app/shell/own_folders.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "app/platform/file.h"

namespace hmaplab::shell {

namespace fs = std::filesystem;

namespace {

std::optional<fs::path> folder_of(const char* variable, const char* below_home) {
  const char* named = std::getenv(variable);
  if (named != nullptr && fs::path(named).is_absolute()) return fs::path(named) / "hmaplab";
  const char* home = std::getenv("HOME");
  if (home == nullptr || !fs::path(home).is_absolute()) return std::nullopt;
  return fs::path(home) / below_home / "hmaplab";
}

}  // namespace

std::optional<fs::path> settings_folder() { return folder_of("XDG_CONFIG_HOME", ".config"); }
std::optional<fs::path> state_folder() { return folder_of("XDG_STATE_HOME", ".local/state"); }

std::optional<std::string> text_of_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

void keep_file(const fs::path& path, const std::string& text) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  static_cast<void>(platform::write_text(text, path.string()));
}

}  // namespace hmaplab::shell
