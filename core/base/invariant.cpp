#include "core/base/invariant.h"

#include <fmt/format.h>

namespace hmaplab::base {

void invariant_failed(const char* file, int line, const char* condition,
                      const std::string& message) {
  throw InvariantFailure(fmt::format("{}:{}: {} ({})", file, line, message, condition));
}

}  // namespace hmaplab::base
