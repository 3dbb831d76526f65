// The Go files that were opened last, newest first: a small text file, a path a line, in the place that the
// XDG base directories have for such things ($XDG_STATE_HOME/hmaplab/recent, else below ~/.local/state). It is written
// whole beside its place and then moved there, so that it is never half. Where it cannot be written nothing is
// remembered, and nobody is bothered.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hmaplab::shell {

class RecentFiles {
 public:
  static constexpr size_t kMost = 12;

  // Without a place nothing is read or written.
  explicit RecentFiles(std::optional<std::filesystem::path> place) : place_(std::move(place)) {}
  // By the environment; nothing when it names no home.
  static std::optional<std::filesystem::path> usual_place();

  // Absolute paths of files that are still there.
  std::vector<std::string> list() const;
  // An absolute path comes to the front.
  void add(const std::string& path);

 private:
  std::vector<std::string> read() const;

  std::optional<std::filesystem::path> place_;
};

}  // namespace hmaplab::shell
