// A text file of the repository that is built into the program (hmaplab_embed in CMakeLists.txt).
#pragma once

#include <string_view>

namespace hmaplab::base {

struct EmbeddedFile {
  std::string_view folder;  // below the root that was embedded: "sync/atomic", "01_two_writers"
  std::string_view name;    // "atomic.go"
  std::string_view text;
};

}  // namespace hmaplab::base
