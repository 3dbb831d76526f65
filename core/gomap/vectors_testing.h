// For tests: the vector files in core/testdata/vectors, unpacked.
#pragma once

#include <zlib.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace hmaplab::gomap {

inline std::filesystem::path vectors_folder() {
  return std::filesystem::path{HMAPLAB_ROOT} / "core/testdata/vectors";
}

inline std::string read_compressed(const std::filesystem::path& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return "";
  std::string text;
  std::array<char, 1 << 16> chunk;
  for (int size; (size = gzread(file, chunk.data(), chunk.size())) > 0;) {
    text.append(chunk.data(), static_cast<size_t>(size));
  }
  gzclose(file);
  return text;
}

// Without ".jsonl.gz", sorted.
inline std::vector<std::string> vector_files() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(vectors_folder())) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() == ".gz") names.push_back(name.substr(0, name.find('.')));
  }
  std::sort(names.begin(), names.end());
  return names;
}

inline std::string vectors(const std::string& name) {
  return read_compressed(vectors_folder() / (name + ".jsonl.gz"));
}

}  // namespace hmaplab::gomap
