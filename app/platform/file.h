// Files that are written whole or not at all: beside, under another name, and then put in place.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace hmaplab::platform {

// `write` makes the file of the name that it is given; what it gives back is why it could not, "" for
// done. The value is the path.
base::Result<std::string> write_whole(const std::string& path,
                                      const std::function<std::string(const std::string&)>& write);
base::Result<std::string> write_text(std::string_view text, const std::string& path);

}  // namespace hmaplab::platform
