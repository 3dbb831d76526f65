#include "app/platform/file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace hmaplab::platform {

base::Result<std::string> write_whole(
    const std::string& path, const std::function<std::string(const std::string&)>& write) {
  const std::string unfinished = path + ".part";
  std::string reason = write(unfinished);
  if (reason.empty() && std::rename(unfinished.c_str(), path.c_str()) != 0)
    reason = std::strerror(errno);
  if (reason.empty()) return path;
  std::remove(unfinished.c_str());
  return base::Error{"cannot write " + path + ": " + reason};
}

base::Result<std::string> write_text(std::string_view text, const std::string& path) {
  return write_whole(path, [text](const std::string& name) -> std::string {
    std::FILE* file = std::fopen(name.c_str(), "wb");
    if (file == nullptr) return std::strerror(errno);
    const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    const bool closed = std::fclose(file) == 0;
    return written && closed ? "" : std::strerror(errno);
  });
}

}  // namespace hmaplab::platform
