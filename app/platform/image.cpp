#include "app/platform/image.h"

#include <png.h>

#include <cerrno>
#include <cstring>

#include "app/platform/file.h"

namespace hmaplab::platform {

base::Result<std::string> write_png(const Image& image, const std::string& path) {
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  header.width = static_cast<png_uint_32>(image.width);
  header.height = static_cast<png_uint_32>(image.height);
  header.format = PNG_FORMAT_RGBA;
  return write_whole(path, [&](const std::string& name) -> std::string {
    errno = 0;
    if (png_image_write_to_file(&header, name.c_str(), 0, image.rgba.data(), 0, nullptr)) return "";
    return errno != 0 ? std::strerror(errno) : header.message;
  });
}

base::Result<Image> read_png(const std::string& path) {
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_file(&header, path.c_str())) {
    return base::Error{"cannot read " + path + ": " + header.message};
  }
  header.format = PNG_FORMAT_RGBA;
  Image image{.width = static_cast<int>(header.width),
              .height = static_cast<int>(header.height),
              .rgba = std::vector<uint8_t>(PNG_IMAGE_SIZE(header))};
  if (!png_image_finish_read(&header, nullptr, image.rgba.data(), 0, nullptr)) {
    return base::Error{"cannot read " + path + ": " + header.message};
  }
  return image;
}

}  // namespace hmaplab::platform
