#include "core/gomap/size_class.h"

#include <algorithm>
#include <array>

namespace hmaplab::gomap {
namespace {

constexpr std::array<uint64_t, 67> kSizeClasses = {
    8,     16,    24,    32,    48,    64,    80,    96,    112,   128,   144,  160,   176,   192,
    208,   224,   240,   256,   288,   320,   352,   384,   416,   448,   480,  512,   576,   640,
    704,   768,   896,   1024,  1152,  1280,  1408,  1536,  1792,  2048,  2304, 2688,  3072,  3200,
    3456,  4096,  4864,  5376,  6144,  6528,  6784,  6912,  8192,  9472,  9728, 10240, 10880, 12288,
    13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768};

constexpr uint64_t kMallocHeader = 8;
constexpr uint64_t kLargestSmallRequest = 32768 - kMallocHeader;
constexpr uint64_t kLargestWithoutHeader = 512;
constexpr uint64_t kPage = 8192;

uint64_t header_of(uint64_t size, bool has_pointers) {
  return has_pointers && size > kLargestWithoutHeader ? kMallocHeader : 0;
}

}  // namespace

uint64_t block_size(uint64_t size, bool has_pointers) {
  if (size > kLargestSmallRequest) return (size + kPage - 1) / kPage * kPage;
  return kSizeClasses[size_class(size, has_pointers) - 1];
}

uint32_t size_class(uint64_t size, bool has_pointers) {
  if (size > kLargestSmallRequest) return 0;
  const uint64_t wanted = size + header_of(size, has_pointers);
  const auto found = std::lower_bound(kSizeClasses.begin(), kSizeClasses.end(), wanted);
  return static_cast<uint32_t>(found - kSizeClasses.begin()) + 1;
}

uint64_t round_up_size(uint64_t size, bool has_pointers) {
  const uint64_t block = block_size(size, has_pointers);
  return size > kLargestSmallRequest ? block : block - header_of(size, has_pointers);
}

}  // namespace hmaplab::gomap
