// When the files of a program were last written: a Go file, or all files of a lesson's folder.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace hmaplab::shell {

class FileTimes {
 public:
  // As they are now; "" is no place.
  void note(const std::string& place) { times_ = read(place); }
  // Whether one was written since; then they are noted anew.
  bool changed(const std::string& place) {
    auto now = read(place);
    if (now == times_) return false;
    times_ = std::move(now);
    return true;
  }

 private:
  using Times = std::map<std::string, std::filesystem::file_time_type>;

  static Times read(const std::string& place) {
    namespace fs = std::filesystem;
    Times times;
    std::error_code error;
    const auto add = [&](const fs::path& path) {
      const auto time = fs::last_write_time(path, error);
      if (!error) times[path.string()] = time;
    };
    if (place.empty()) return times;
    if (!fs::is_directory(place, error)) add(place);
    for (const char* file : {"lesson.toml", "main.go", "repaired.go"}) add(fs::path(place) / file);
    return times;
  }

  Times times_;
};

}  // namespace hmaplab::shell
