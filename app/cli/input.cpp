#include "app/cli/input.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace hmaplab::cli {
namespace {

bool is_terminal() {
#ifdef _WIN32
  return _isatty(_fileno(stdin)) != 0;
#else
  return isatty(STDIN_FILENO) != 0;
#endif
}

base::Result<std::string> read_all(std::FILE* file, const std::string& name) {
  std::string all;
  std::array<char, 1 << 16> part;
  while (const size_t count = std::fread(part.data(), 1, part.size(), file)) {
    all.append(part.data(), count);
    if (all.size() > kMostInput)
      return base::Error{fmt::format("{} has more than {} bytes", name, kMostInput)};
  }
  if (std::ferror(file) != 0)
    return base::Error{"cannot read " + name + ": " + std::strerror(errno)};
  return all;
}

}  // namespace

base::Result<std::string> read_input(const std::optional<std::string>& source) {
  if (!source && is_terminal()) return std::string();
  if (!source || *source == "-") return read_all(stdin, "the standard input");
  if (source->empty()) return std::string();
  std::error_code error;
  if (std::filesystem::is_directory(*source, error))
    return base::Error{"cannot read " + *source + ": it is a folder"};
  std::FILE* file = std::fopen(source->c_str(), "rb");
  if (file == nullptr) return base::Error{"cannot read " + *source + ": " + std::strerror(errno)};
  auto all = read_all(file, *source);
  std::fclose(file);
  return all;
}

}  // namespace hmaplab::cli
