// Image: a picture as bytes, and PNG files of it. Rows run from the top; four bytes a pixel: red,
// green, blue, alpha.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace hmaplab::platform {

struct Image {
  int width = 0;
  int height = 0;
  std::vector<uint8_t> rgba = {};  // width * height * 4 bytes

  const uint8_t* pixel(int x, int y) const {
    return &rgba[(static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x)) *
                 4];
  }
};

// Writes the file whole or not at all; the value is the path.
base::Result<std::string> write_png(const Image& image, const std::string& path);
base::Result<Image> read_png(const std::string& path);

}  // namespace hmaplab::platform
