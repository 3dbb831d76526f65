// The standard packages of hmaplab: Go files from core/golib, embedded when hmaplab is built.
#pragma once

#include <span>
#include <string_view>

namespace hmaplab::check {

struct GolibFile {
  std::string_view package;  // import path: "sync/atomic"
  std::string_view name;     // "atomic.go"
  std::string_view text;
};

// In order of import path. The text of each package is in one file or more.
std::span<const GolibFile> golib_files();

}  // namespace hmaplab::check
