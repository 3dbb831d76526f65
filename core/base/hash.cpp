#include "core/base/hash.h"

#include <fmt/format.h>

namespace hmaplab::base {

std::string to_hex(const Hash128& hash) {
  return fmt::format("{:016x}{:016x}", hash.high, hash.low);
}

}  // namespace hmaplab::base
