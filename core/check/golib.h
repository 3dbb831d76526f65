// The standard packages of hmaplab: Go files from core/golib, built into the program.
#pragma once

#include <span>

#include "core/base/embedded_file.h"

namespace hmaplab::check {

// In order of import path, which is the folder. The text of each package is in one file or more.
std::span<const base::EmbeddedFile> golib_files();

}  // namespace hmaplab::check
