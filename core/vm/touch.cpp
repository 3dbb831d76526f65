#include "core/vm/touch.h"

#include <algorithm>
#include <string_view>

#include "core/vm/channel.h"

namespace hmaplab::vm {

using memory::Address;

namespace {

bool is_of_sync(std::string_view operation) {
  constexpr std::string_view kOperations[] = {"mutex", "rwmutex", "waitgroup", "once", "cond", "pool"};
  return std::find(std::begin(kOperations), std::end(kOperations), operation) != std::end(kOperations);
}

bool is_of_channels(std::string_view operation) { return operation == "chan" || operation == "select"; }

}  // namespace

std::optional<Touch> touch_of(const Step& step) {
  if (step.address == Address::Nil || base::is_stack(step.address)) return std::nullopt;
  const std::string_view operation = memory::operation(step.point);
  if (is_of_channels(operation))
    return Touch{.begin = step.address, .size = Hchan::kSize, .writes = true, .synchronises = true};
  const bool synchronises = is_of_sync(operation);
  if (step.access == AccessKind::None && !synchronises) return std::nullopt;
  const bool stores = step.access == AccessKind::Store;
  return Touch{.begin = step.address,
               .size = std::max<uint64_t>(stores ? step.new_value.size : step.old_value.size, 1),
               .writes = stores || synchronises,
               .synchronises = synchronises};
}

bool conflict(const Touch& one, const Touch& other) {
  return (one.writes || other.writes) && one.overlaps(other.begin, other.size);
}

bool conflict(const Step& one, const Step& other) {
  const std::optional<Touch> first = touch_of(one);
  const std::optional<Touch> second = first ? touch_of(other) : std::nullopt;
  return second && conflict(*first, *second);
}

}  // namespace hmaplab::vm
