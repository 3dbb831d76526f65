#include "app/shell/recent_files.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace hmaplab::shell {

namespace fs = std::filesystem;

std::optional<fs::path> RecentFiles::usual_place() {
  const char* state = std::getenv("XDG_STATE_HOME");
  if (state != nullptr && fs::path(state).is_absolute()) return fs::path(state) / "hmaplab/recent";
  const char* home = std::getenv("HOME");
  if (home == nullptr || !fs::path(home).is_absolute()) return std::nullopt;
  return fs::path(home) / ".local/state/hmaplab/recent";
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
  std::error_code error;
  fs::create_directories(place_->parent_path(), error);
  fs::path beside = *place_;
  beside += ".new";
  {
    std::ofstream file(beside, std::ios::trunc);
    for (const std::string& known : paths) file << known << '\n';
    file.flush();
    if (!file) {
      file.close();
      fs::remove(beside, error);
      return;
    }
  }
  fs::rename(beside, *place_, error);
}

}  // namespace hmaplab::shell
