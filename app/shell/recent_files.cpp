#include "app/shell/recent_files.h"

#include <algorithm>
#include <fstream>

#include "app/shell/own_folders.h"

namespace hmaplab::shell {

namespace fs = std::filesystem;

std::optional<fs::path> RecentFiles::usual_place() {
  const auto folder = state_folder();
  return folder ? std::optional<fs::path>(*folder / "recent") : std::nullopt;
}

std::vector<std::string> RecentFiles::read() const {
  std::vector<std::string> paths;
  if (!place_) return paths;
  std::ifstream file(*place_);
  for (std::string line; paths.size() < kMost && std::getline(file, line);) {
    if (fs::path(line).is_absolute()) paths.push_back(line);
  }
  return paths;
}

std::vector<std::string> RecentFiles::list() const {
  std::vector<std::string> paths = read();
  std::error_code error;
  std::erase_if(paths, [&](const std::string& path) { return !fs::is_regular_file(path, error); });
  return paths;
}

void RecentFiles::add(const std::string& path) {
  if (!place_ || path.find('\n') != std::string::npos || !fs::path(path).is_absolute()) return;
  std::vector<std::string> paths = read();
  std::erase(paths, path);
  paths.insert(paths.begin(), path);
  if (paths.size() > kMost) paths.resize(kMost);
  std::string text;
  for (const std::string& known : paths) text += known + "\n";
  keep_file(*place_, text);
}

}  // namespace hmaplab::shell
