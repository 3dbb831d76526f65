// What a program reads from its standard input. A run is (program, options, schedule), so all of it
// is read before the run begins, and is an option like any other.
#pragma once

#include <optional>
#include <string>

#include "core/base/result.h"

namespace hmaplab::cli {

// From a file, from our own standard input ("-"), or from nowhere (""). Without a source our own is
// read unless it is a terminal. At most kMostInput bytes; the error says what cannot be read.
base::Result<std::string> read_input(const std::optional<std::string>& source);

constexpr size_t kMostInput = size_t{64} << 20;

}  // namespace hmaplab::cli
